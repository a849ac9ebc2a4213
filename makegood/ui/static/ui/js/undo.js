// Undo: an element with data-until counts the seconds down in its [data-count] and goes when they are over.
// The server alone decides whether it was in time.
import { onArrival, say, within } from "./page.js";

const counting = new WeakSet();

function run(element) {
  if (counting.has(element)) return;
  counting.add(element);
  const until = Date.parse(element.dataset.until);
  const count = element.querySelector("[data-count]");
  const tick = () => {
    if (!element.isConnected) return;
    const seconds = Math.ceil((until - Date.now()) / 1000);
    if (seconds <= 0) {
      if (element.contains(document.activeElement)) element.closest("[tabindex]")?.focus({ preventScroll: true });
      element.remove();
      return;
    }
    if (count) count.textContent = say("undo", { seconds });
    setTimeout(tick, 250);
  };
  tick();
}

onArrival((root) => within(root, "[data-until]").forEach(run));
