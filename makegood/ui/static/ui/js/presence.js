// Presence: a page with [data-presence="URL"] says there, every quarter of a minute and when it changes, that somebody
// looks at what it shows, or writes; hidden or left, it says that they are gone. The answer, who else is there, is put in.
import { put } from "./morph.js";
import { post } from "./page.js";

const BEAT = 15_000;
const WRITES = ".composer textarea";
const place = () => document.querySelector("[data-presence]");
let written = 0;
let said = "";

const state = () => (document.hidden ? "gone" : Date.now() - written < BEAT ? "writing" : "looking");

async function say(now = state()) {
  const element = place();
  if (!element || (now === "gone" && said !== "looking" && said !== "writing")) return;
  said = now;
  try {
    const answer = await post(element.dataset.presence, new URLSearchParams({ state: now }));
    if (answer.status === 200 && !answer.redirected && element.isConnected) put(element, await answer.text());
  } catch { /* without a network nobody sees anybody; the next beat says it again */ }
}

const changed = () => { if (state() !== said) say(); };

if (place()) {
  say();
  setInterval(() => { if (!document.hidden) say(); }, BEAT);
  document.addEventListener("visibilitychange", changed);
  document.addEventListener("input", (event) => {
    if (!event.target.matches?.(WRITES)) return;
    written = Date.now();
    changed();
  });
  addEventListener("pagehide", () => say("gone"));
  addEventListener("pageshow", (event) => { if (event.persisted) say(); });
}
