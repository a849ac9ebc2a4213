// What the modules share: running on a new fragment too, speaking to screen readers, the words from the server.

const starters = [];

/** Calls start(root, isLive) for the page now and for each fragment that htmx or live.js puts in later. */
export function onArrival(start) {
  starters.push(start);
  start(document.body, false);
}

/** Tells the modules of a fragment that has arrived. */
export function arrived(root, isLive = false) {
  for (const start of starters) start(root, isLive);
}

document.addEventListener("htmx:load", (event) => {
  if (event.detail.elt !== document.body) arrived(event.detail.elt);
});

/** All matches in a fragment, itself included. */
export function within(root, selector) {
  const found = [...root.querySelectorAll(selector)];
  if (root.matches?.(selector)) found.unshift(root);
  return found;
}

/** Says something to screen readers, politely. */
export function announce(words) {
  const announcer = document.getElementById("announcer");
  if (!announcer || !words) return;
  announcer.textContent = "";
  setTimeout(() => { announcer.textContent = words; }, 50);
}

/** The sentences of the server, with {names} filled in. */
const sentences = JSON.parse(document.querySelector('meta[name="countdown-words"]')?.content || "{}");
export function say(name, values = {}) {
  return (sentences[name] || "").replace(/\{(\w+)\}/g, (_, key) => values[key] ?? "");
}

/** True while somebody is writing: then no key is a shortcut. */
export function isTyping(target) {
  return target instanceof HTMLElement && (target.isContentEditable ||
    target.matches("textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=submit])"));
}

/** A fetch that carries the form's token, for changes. */
export function post(url, body, token) {
  return fetch(url, {
    method: "POST", body, credentials: "same-origin", keepalive: true,
    headers: { "X-CSRFToken": token || "", "X-Requested-With": "fetch" },
  });
}
