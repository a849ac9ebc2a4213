// Reading a case: it opens at what is new; mails in their frames are as tall as they are; what is unfolded by htmx takes
// the focus where it says so (data-takes-focus).
import { onArrival, within } from "./page.js";

const TALLEST = 6000;

function begin() {
  const named = location.hash && document.getElementById(location.hash.slice(1));
  if (named) return named.focus({ preventScroll: true });
  const start = document.getElementById(document.querySelector("[data-start]")?.dataset.start || "-");
  if (start && start.getBoundingClientRect().bottom > innerHeight) start.scrollIntoView({ block: "start" });
}

function fit(frame) {
  const height = frame.contentDocument?.documentElement?.offsetHeight;
  if (height) frame.style.blockSize = `${Math.min(height + 2, TALLEST)}px`;
}

document.addEventListener("load", (event) => {
  if (event.target.matches?.("iframe.message__html")) fit(event.target);
}, true);

onArrival((root, isLive) => {
  if (root === document.body) begin();
  else if (!isLive) within(root, "[data-takes-focus]")[0]?.focus({ preventScroll: true });
});
