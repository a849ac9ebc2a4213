// Lets this browser show notices: form[data-push] asks the person and the browser's push service, and carries the address and
// keys it is told to the server. Hidden where the browser knows nothing of it; [data-told] says what went wrong.
import { onArrival, within } from "./page.js";

const knows = "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;
const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));

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

async function fill(form) {
  if (await Notification.requestPermission() !== "granted") throw new Error("declined");
  const worker = await navigator.serviceWorker.ready;
  const key = bytes(form.dataset.push);
  const options = { userVisibleOnly: true, applicationServerKey: key };
  // One made for another key of ours reaches nobody any more.
  const before = await worker.pushManager.getSubscription();
  if (before && String(new Uint8Array(before.options.applicationServerKey || [])) !== String(key)) await before.unsubscribe();
  const { endpoint, keys } = (await worker.pushManager.subscribe(options)).toJSON();
  Object.assign(form.elements.endpoint, { value: endpoint });
  Object.assign(form.elements.p256dh, { value: keys.p256dh });
  Object.assign(form.elements.auth, { value: keys.auth });
}
