// The service worker. It keeps one page without private words, shown when a page cannot be fetched, and static files whose
// names say what is in them. Pages, answers and files of cases are never kept: it does not even touch them.
const NAME = "makegood-{{ name }}";
const KEPT = {{ kept|safe }};
const STATIC = "{{ static }}";
// What push.js keeps of the device that shows notices: its address, our key, and whose it is.
const DEVICE = { cache: "makegood-push", path: "/device" };
const HASHED = /\.[0-9a-f]{12}\.\w+$/;

self.addEventListener("install", (event) => {
  const fresh = KEPT.map((address) => new Request(address, { cache: "reload", credentials: "omit" }));
  event.waitUntil(caches.open(NAME).then((cache) => cache.addAll(fresh)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const forget = (names) => Promise.all(names.filter((name) => ![NAME, DEVICE.cache].includes(name)).map((name) => caches.delete(name)));
  event.waitUntil(caches.keys().then(forget).then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || address.origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(fetch(request).catch(() => kept(KEPT[0])));
  else if (address.pathname.startsWith(STATIC) && HASHED.test(address.pathname)) event.respondWith(once(request));
  else if (KEPT.includes(address.pathname)) event.respondWith(fetch(request).catch(() => kept(address.pathname)));
});

// A push says the kind of a notice and the reference of a case, in the person's language; a press on it opens the page. What
// comes about a case takes the place of what was shown of it, and rings again.
self.addEventListener("push", (event) => {
  const { title, body, path, tag } = event.data.json();
  const icon = "{{ icon }}";
  event.waitUntil(self.registration.showNotification(title, { body, tag, icon, renotify: true, data: { path } }));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(open(new URL(event.notification.data.path, location.origin).href));
});

// The push service gave this device another address, or dropped it, by itself: we are told the new one, and forget the old.
// Who is signed out is told by their next page (push.js), since what is kept here still has the old one.
self.addEventListener("pushsubscriptionchange", (event) => event.waitUntil(renew(event)));

async function renew({ oldSubscription, newSubscription }) {
  const cache = await caches.open(DEVICE.cache);
  const told = await (await cache.match(DEVICE.path))?.json();
  const before = told?.endpoint || oldSubscription?.endpoint;
  const key = told?.key || oldSubscription?.options.applicationServerKey;
  if (!before || !key) return; // nobody let it show notices
  const options = { userVisibleOnly: true, applicationServerKey: key };
  const { endpoint, keys } = (newSubscription || await self.registration.pushManager.subscribe(options)).toJSON();
  const body = JSON.stringify({ before, endpoint, p256dh: keys.p256dh, auth: keys.auth });
  const headers = { "Content-Type": "application/json" };
  const answer = await fetch("{{ renewal }}", { method: "POST", redirect: "manual", headers, body });
  if (answer.ok && told) await cache.put(DEVICE.path, new Response(JSON.stringify({ ...told, endpoint })));
}

async function open(address) {
  const pages = await self.clients.matchAll({ type: "window" });
  const there = pages.find((page) => page.url.split("#")[0] === address.split("#")[0]);
  return there ? there.focus() : self.clients.openWindow(address);
}

async function kept(address) {
  return (await (await caches.open(NAME)).match(address)) || Response.error();
}

async function once(request) {
  const cache = await caches.open(NAME);
  const found = await cache.match(request);
  if (found) return found;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}
