// The service worker. It keeps one page without private words, shown when a page cannot be fetched, and static files whose
// names say what is in them. Pages, answers and files of cases are never kept: it does not even touch them.
const NAME = "makegood-{{ name }}";
const KEPT = {{ kept|safe }};
const STATIC = "{{ static }}";
const HASHED = /\.[0-9a-f]{12}\.\w+$/;

self.addEventListener("install", (event) => {
  const fresh = KEPT.map((address) => new Request(address, { cache: "reload", credentials: "omit" }));
  event.waitUntil(caches.open(NAME).then((cache) => cache.addAll(fresh)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const forget = (names) => Promise.all(names.filter((name) => name !== NAME).map((name) => caches.delete(name)));
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
