// The stream of names behind live pages: opened, watched, opened again. It outlives a lost network, a laptop that
// slept, and a ticket that has run out, and says so on the page while it is away.
const BEATS = 20_000; // the server says something at least so often
const SILENCE = 2.5 * BEATS; // a connection that says nothing for so long is dead, whatever the browser believes
const say = document.getElementById("connection");
let listener = { hear() {}, missed() {} };
let source = null;
let pause = 1000;
let lost = 0;
let heard = 0;

/** Says how the connection is: "offline", "signedOut", "back", "unsent", or "" for nothing. */
export function tell(what) {
  if (!say) return;
  say.textContent = what ? say.dataset[what] : "";
  say.hidden = !what;
}

/** Says something of its own, until the connection has something to say. */
export function tellWords(words) {
  if (!say) return;
  say.textContent = words;
  say.hidden = false;
  setTimeout(() => { if (say.textContent === words) tell(""); }, 15_000);
}

/** Calls hear(name) for each name, and missed() when some may have been lost. */
export function listen(calls) {
  listener = calls;
  if (document.body.dataset.live) connect(document.body.dataset.live);
}

function connect(url) {
  source?.close();
  heard = Date.now();
  source = new EventSource(url);
  source.addEventListener("open", () => {
    heard = Date.now();
    pause = 1000;
    if (!lost) return;
    lost = 0;
    tell("back");
    setTimeout(() => { if (!lost) tell(""); }, 3000);
    listener.missed();
  });
  source.addEventListener("message", (event) => {
    heard = Date.now();
    for (const name of event.data.split(/\s+/)) if (name) listener.hear(name);
  });
  source.addEventListener("beat", () => { heard = Date.now(); });
  source.addEventListener("resync", () => { heard = Date.now(); listener.missed(); });
  source.addEventListener("error", () => {
    lost ||= Date.now();
    setTimeout(() => { if (lost && Date.now() - lost >= 4000) tell("offline"); }, 4000);
    if (source.readyState === EventSource.CLOSED) setTimeout(renew, (pause = Math.min(pause * 2, 60_000)));
  });
}

/** The ticket in the address has run out: ask the page for a new one. */
async function renew() {
  try {
    const answer = await fetch(location.href, { credentials: "same-origin", headers: { "X-Live": "1" } });
    if (answer.status === 404) return setTimeout(renew, 60_000); // what the page shows has gone, and the page says so
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (page.body.dataset.live) connect(page.body.dataset.live);
    else tell("signedOut");
  } catch {
    setTimeout(renew, (pause = Math.min(pause * 2, 60_000)));
  }
}

/** After sleep the connection may look open and be dead: then it is opened anew, and all that is shown fetched. */
function check() {
  if (!source || document.hidden || Date.now() - heard < SILENCE) return;
  lost ||= heard;
  renew();
}

setInterval(check, BEATS / 2);
document.addEventListener("visibilitychange", check);
addEventListener("offline", () => { if (source) { lost ||= Date.now(); tell("offline"); } });
addEventListener("online", () => { if (source) renew(); });
addEventListener("pagehide", () => source?.close());
addEventListener("pageshow", (event) => {
  if (!event.persisted || !source) return;
  lost ||= 1;
  renew();
});
