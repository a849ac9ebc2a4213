// Lets the browser install the staff's pages, and show a page of ours in their language when there is no network. The worker
// is named by its language: when that changes, so does the worker. Without it, or over plain http, nothing is missing.
const link = document.querySelector("link[rel=manifest][data-worker]");

if (link && "serviceWorker" in navigator) {
  addEventListener("load", () => {
    const address = `${link.dataset.worker}?language=${encodeURIComponent(document.documentElement.lang)}`;
    navigator.serviceWorker.register(address).catch(() => {}); // a browser that forbids it works without
  });
}
