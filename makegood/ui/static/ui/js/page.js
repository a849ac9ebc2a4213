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

/** Says something to screen readers, politely: what is said in the same moment together, and what comes next beside it
 * instead of in its place, or a reader still busy with the one would never say the other. */
const saying = new Set();
const SAID_LAST = 5;
export function announce(words) {
  const announcer = document.getElementById("announcer");
  if (!announcer || !words) return;
  if (!saying.size) {
    setTimeout(() => {
      const said = document.createElement("p");
      said.textContent = [...saying].join(" ");
      saying.clear();
      announcer.append(said);
      while (announcer.children.length > SAID_LAST) announcer.firstElementChild.remove();
    }, 50);
  }
  saying.add(words);
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

/** A fetch that carries the form's token, for changes. Who signed in again meanwhile has a new token: it is fetched. */
export async function post(url, body, headers = {}) {
  const token = () => document.querySelector("[name=csrfmiddlewaretoken]")?.value || "";
  const send = () => {
    if (body.has("csrfmiddlewaretoken")) body.set("csrfmiddlewaretoken", token());
    return fetch(url, {
      method: "POST", body, credentials: "same-origin", keepalive: !(body instanceof FormData),
      headers: { "X-CSRFToken": token(), "X-Requested-With": "fetch", ...headers },
    });
  };
  const answer = await send();
  if (answer.status !== 403) return answer;
  const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), "text/html");
  const fresh = page.querySelector("[name=csrfmiddlewaretoken]")?.value;
  if (!fresh) return answer;
  for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = fresh;
  return send();
}

// A field that is wrong within what is folded can be neither seen nor focused: nothing would be sent, without a word.
document.addEventListener("invalid", (event) => {
  for (let fold = event.target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
}, true);
