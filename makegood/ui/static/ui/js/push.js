// Lets this browser show notices: form[data-push] asks the person and the browser's push service, and carries the address and
// keys it is told to the server. Hidden where the browser knows nothing of it; [data-told] says what went wrong.
//
// Each page of theirs looks after it from then on, without a question: an address that has changed or gone, or that the server
// does not know any more, is told anew. What was told is kept where the service worker finds it, too (worker.js).
import { onArrival, post, within } from "./page.js";

const knows = "serviceWorker" in navigator && "PushManager" in window && "Notification" in window && "caches" in window;
const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer || []))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
const link = document.querySelector("link[rel=manifest][data-push]");
const DEVICE = { cache: "makegood-push", path: "/device" };
const HOUR = 3600_000;

onArrival((root) => {
  for (const form of within(root, "form[data-push]")) form.hidden = !knows;
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!("push" in form.dataset) || form.elements.endpoint.value) return;
  event.preventDefault();
  const told = form.querySelector("[data-told]");
  told.textContent = "";
  fill(form).then(() => form.requestSubmit(), () => { told.textContent = form.dataset.declined; });
});

if (knows && link && Notification.permission === "granted") {
  addEventListener("load", () => lookAfter().catch(() => {})); // without a network the next page does
}

async function fill(form) {
  if (await Notification.requestPermission() !== "granted") throw new Error("declined");
  const worker = await navigator.serviceWorker.ready;
  const { endpoint, keys } = (await subscribe(worker, form.dataset.push)).toJSON();
  await remember({ endpoint, key: form.dataset.push, whose: link?.dataset.whose, at: Date.now() });
  Object.assign(form.elements.endpoint, { value: endpoint });
  Object.assign(form.elements.p256dh, { value: keys.p256dh });
  Object.assign(form.elements.auth, { value: keys.auth });
}

async function subscribe(worker, key) {
  // One made for another key of ours reaches nobody any more.
  const before = await worker.pushManager.getSubscription();
  if (before && text(before.options.applicationServerKey) !== key) await before.unsubscribe();
  return worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(key) });
}

/** Of whoever let it show notices here, and nobody else. The server is asked once an hour whether it knows the address. */
async function lookAfter() {
  const told = await remembered();
  const worker = await navigator.serviceWorker.ready;
  const there = await worker.pushManager.getSubscription();
  if (told ? told.whose !== link.dataset.whose : !there) return;
  const now = there || await subscribe(worker, told.key);
  if (told?.endpoint === now.endpoint && Date.now() - told.at < HOUR) return;
  await tell(worker, now, told);
}

async function tell(worker, now, told, isSecond = false) {
  const { endpoint, keys } = now.toJSON();
  const key = text(now.options.applicationServerKey);
  const said = { before: told?.endpoint || "", endpoint, key, p256dh: keys.p256dh, auth: keys.auth };
  const answer = await post(link.dataset.push, new URLSearchParams(said));
  if (!answer.ok || answer.redirected) return;
  const { key: ours, standing } = await answer.json();
  if (standing === "known") await remember({ endpoint, key, whose: link.dataset.whose, at: Date.now() });
  else if (!told) return; // somebody else's, or of before anything was kept
  else if (standing === "gone" && !isSecond) {
    await now.unsubscribe();
    await tell(worker, await subscribe(worker, ours), told, true);
  } else if (standing === "unwanted") await forget(now); // they took it away, on whichever device
}

async function remembered() {
  return (await (await caches.open(DEVICE.cache)).match(DEVICE.path))?.json();
}

async function remember(told) {
  await (await caches.open(DEVICE.cache)).put(DEVICE.path, new Response(JSON.stringify(told)));
}

async function forget(subscription) {
  await caches.delete(DEVICE.cache);
  await subscription.unsubscribe();
}
