// Live: <body data-live="URL"> is a stream of names, nothing else. When a name comes, what shows it is fetched from
// its own address, where rights are checked, and morphed in:
//   data-live-key="C-7F3K9Q S-1"  this element shows these;   data-live-list  this list may change with any name
//   data-live-list="C-"           … with any name that begins so;   data-live-url  where its fragment is
//   data-live-clock               it changes by the clock, too: it is fetched every so often, whatever comes
import { hasWriting, put } from "./morph.js";
import { listen, tell } from "./stream.js";

const LEAST = 1000; // at most one round of fetching in so many milliseconds
const CLOCK = 15_000; // what changes by the clock alone is fetched so often
const JITTER = 400; // so that a hundred pages do not ask in the same moment
const waiting = new Set();
let round = 0;

const shown = () => [...document.querySelectorAll("[data-live-url]")];

function concerns(element, name) {
  if (element.dataset.liveKey?.split(/\s+/).includes(name)) return true;
  return "liveList" in element.dataset && name.startsWith(element.dataset.liveList);
}

function mark(elements) {
  for (const element of elements) waiting.add(element);
  if (waiting.size && !document.hidden && !round) round = setTimeout(fetchRound, Math.random() * JITTER);
}

// An act of one's own may have put another element in its place since, or given it another address.
const present = (element) => (element.isConnected ? element : element.id && document.getElementById(element.id));

async function fetchRound() {
  const batch = new Set([...waiting].map(present).filter((element) => element?.dataset.liveUrl));
  waiting.clear();
  await Promise.all([...batch].map(refresh));
  round = setTimeout(() => { round = 0; mark([]); }, LEAST);
}

async function refresh(element) {
  const url = element.dataset.liveUrl;
  try {
    const answer = await fetch(url, { credentials: "same-origin", headers: { "HX-Request": "true", "X-Live": "1" } });
    if (answer.redirected || answer.status === 401 || answer.status === 403) return tell("signedOut");
    if (answer.status === 404) return leave(element);
    if (!answer.ok) throw new Error(String(answer.status));
    const html = await answer.text();
    // What was asked for before it changed may be older than what it shows, and say nothing of the change.
    if (element.isConnected && element.dataset.liveUrl === url) put(element, html);
    else waiting.add(element);
  } catch {
    waiting.add(element);
  }
}

function leave(element) {
  if (!hasWriting(element)) element.remove();
}

document.addEventListener("visibilitychange", () => mark([]));
setInterval(() => mark(shown().filter((element) => "liveClock" in element.dataset)), CLOCK);
listen({
  hear: (name) => mark(shown().filter((element) => concerns(element, name))),
  missed: () => mark(shown()),
});
