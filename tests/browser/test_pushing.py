"""Bea lets her browser show notices: it is told a push service, what we push to that is sealed, and the worker shows it.

The closed network has no push service that a browser would subscribe at: in its place `PushManager.subscribe` tells one of our
own, with a device's real keys. What this opens of what came there is given to the worker as the browser would give it.
"""

import datetime as dt
import json
from collections.abc import Callable

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from makegood.cases import actions as cases
from makegood.clockwork import following, pushing
from makegood.promises import actions as promises
from makegood.promises.models import Commitment, State
from makegood.staff.push import actions as push
from makegood.staff.push import identity, vapid
from makegood.staff.push.models import Device
from tests.browser import look
from tests.push_service import PushService, push_service, read

# `is_there`: it has a subscription already, as after the page that made it has gone.
SUBSCRIBES = """({ told, is_there }) => {
    const { endpoint, ...keys } = told;
    let there = null;
    const made = (key) => ({
        endpoint, options: { applicationServerKey: key }, toJSON: () => ({ endpoint, expirationTime: null, keys }),
        unsubscribe: async () => { there = null; sessionStorage.setItem("unsubscribed", endpoint); },
    });
    const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (one) => one.charCodeAt(0));
    PushManager.prototype.getSubscription = async () => {
        const kept = is_there && await (await (await caches.open("makegood-push")).match("/device"))?.json();
        return there ??= kept ? made(bytes(kept.key)) : null;
    };
    PushManager.prototype.subscribe = async ({ userVisibleOnly, applicationServerKey }) => {
        const key = typeof applicationServerKey === "string" ? bytes(applicationServerKey) : applicationServerKey;
        if (!userVisibleOnly || key.length !== 65) throw new TypeError("no browser takes this");
        return there = made(key);
    };
}"""
# As a browser does when its push service has given the device another address: the worker's own code runs.
CHANGES = """async () => {
    const waited = [], change = new ExtendableEvent("pushsubscriptionchange");
    change.waitUntil = (promise) => waited.push(promise);
    self.dispatchEvent(change);
    await Promise.all(waited);
    return waited.length;
}"""
KEPT = """async () => (await (await (await caches.open("makegood-push")).match("/device"))?.json()) ?? null"""
SHOWN = """async () => (await (await navigator.serviceWorker.ready).getNotifications()).map(
    ({ title, body, tag, data }) => ({ title, body, tag, path: data.path }))"""
# What a person's press does, but for the browser's leave to open a window or to show one, which only a real one brings.
PRESSED = """async () => {
    const went = [], waited = [];
    Object.getPrototypeOf(self.clients).openWindow = async (address) => went.push(`opened ${address}`);
    WindowClient.prototype.focus = async function () { went.push(`focused ${this.url}`); };
    const [notification] = await self.registration.getNotifications();
    const press = new NotificationEvent("notificationclick", { notification });
    press.waitUntil = (promise) => waited.push(promise);
    self.dispatchEvent(press);
    await Promise.all(waited);
    return [went, (await self.registration.getNotifications()).length];
}"""


@pytest.fixture(scope="module")
def chromium(whole_chromium):
    """The shell lets no page show notifications."""
    return whole_chromium


@pytest.fixture
def service(settings):
    settings.PUSH_TO_PRIVATE = True
    with push_service() as server:
        yield server


def subscribe(page: Page, service: PushService, address: str) -> None:
    """By the button of the settings page, as a person does."""
    page.context.grant_permissions(["notifications"], origin=address)
    page.add_init_script(f"({SUBSCRIBES})({json.dumps({'told': service.told, 'is_there': False})})")
    page.goto("/profile/notices/")
    page.evaluate("async () => { await navigator.serviceWorker.ready; }")
    form = page.locator("form[data-push]")
    assert form.get_attribute("data-push") == vapid.public(identity.private(at=timezone.now()))
    form.get_by_role("button").click()
    expect(page.locator("#messages")).to_contain_text("Notices come to this device now.")


def pushed(service: PushService) -> dict[str, str]:
    """What follows is done, and sent; what the device reads of the one push that comes of it."""
    service.taken.clear()
    while following.work(at=timezone.now()):
        pass
    assert pushing.work(at=timezone.now() + dt.timedelta(seconds=1)) == 1
    [(headers, body)] = service.taken
    assert headers["Content-Encoding"] == "aes128gcm"
    return read(body)


def deliver(page: Page, told: dict[str, str], address: str) -> None:
    """To the worker, as the browser does when its push service brings something."""
    protocol, known = page.context.new_cdp_session(page), []
    protocol.on("ServiceWorker.workerRegistrationUpdated", lambda said: known.extend(said["registrations"]))
    protocol.send("ServiceWorker.enable")
    patient(page, lambda: known)
    given = {"origin": address, "registrationId": known[0]["registrationId"], "data": json.dumps(told)}
    protocol.send("ServiceWorker.deliverPushMessage", given)


def shows(page: Page, title: str, ref: str) -> None:
    """This stands on the screen, and nothing else."""
    expected = [{"title": title, "body": ref, "tag": ref, "path": f"/cases/{ref}"}]
    patient(page, lambda: page.evaluate(SHOWN) == expected)


def press(page: Page) -> list[str]:
    """Press what is shown; where that leads. It is gone then."""
    [worker] = page.context.service_workers
    went, left = worker.evaluate(PRESSED)
    assert left == 0
    return went


def patient(page: Page, true: Callable[[], object]) -> None:
    for _turn in range(look.PATIENCE // 20):
        if true():
            return
        page.wait_for_timeout(20)
    raise AssertionError("It never happened.")


def test_a_mention_and_a_promise_at_risk_show_on_beas_screen_and_open_the_case(browser_page, desk, server, service):
    bea, refund = desk["bea"], desk["refund"]
    page = browser_page("/", user=bea, worker=True)
    subscribe(page, service, server)
    assert Device.objects.get(user=bea).endpoint == service.endpoint
    look.everywhere(page, "notices-device")
    page.get_by_role("button", name="Test now").click()
    expect(page.locator("#messages")).to_be_visible()
    assert pushed(service)["title"] == "Notices come here"

    cases.note(refund, text="Could @Bea Lind look?", by=desk["cleo"], at=timezone.now())
    deliver(page, pushed(service), server)
    shows(page, "A colleague mentions you", refund.ref)

    Commitment.objects.update(warn_at=None)
    Commitment.objects.about(refund.ref).filter(pk=risky(refund.ref)).update(warn_at=timezone.now())
    assert promises.warn_due(at=timezone.now()) == 1
    deliver(page, pushed(service), server)
    shows(page, "A promise you answer for is due soon", refund.ref)

    [went] = press(page)
    assert went == f"opened {server}/cases/{refund.ref}"
    page.goto(went.removeprefix("opened "))
    expect(page.get_by_role("heading", level=1)).to_contain_text("refund")
    deliver(page, {"title": "Again", "body": refund.ref, "tag": refund.ref, "path": f"/cases/{refund.ref}"}, server)
    shows(page, "Again", refund.ref)
    assert press(page) == [f"focused {server}/cases/{refund.ref}"], "a case that is open is opened a second time"


def moved(service: PushService, to: str) -> dict[str, object]:
    """The same device at another address of its push service."""
    return {"told": service.told | {"endpoint": f"{service.endpoint.removesuffix('1')}{to}"}, "is_there": True}


def test_another_address_of_beas_device_is_told_by_the_worker_or_else_by_her_next_page(
    browser_page, desk, server, service
):
    bea = desk["bea"]
    page = browser_page("/", user=bea, worker=True)
    subscribe(page, service, server)
    device = Device.objects.get(user=bea)
    [worker] = page.context.service_workers
    page.goto(reverse("offline", args=["en"]))  # which looks after no device

    second = moved(service, "2")
    worker.evaluate(SUBSCRIBES, second)
    assert worker.evaluate(CHANGES) == 1
    assert Device.objects.get(user=bea).endpoint == second["told"]["endpoint"] == page.evaluate(KEPT)["endpoint"]
    assert Device.objects.get().pk == device.pk
    push.try_out(Device.objects.get(), path="/", at=timezone.now())
    assert pushed(service)["title"] == "Notices come here"

    third, cookies = moved(service, "3"), page.context.cookies()
    page.context.clear_cookies()
    worker.evaluate(SUBSCRIBES, third)
    worker.evaluate(CHANGES)
    assert Device.objects.get(user=bea).endpoint == second["told"]["endpoint"], "nobody is signed in"
    page.context.add_cookies(cookies)
    page.add_init_script(f"({SUBSCRIBES})({json.dumps(third)})")
    page.goto("/cases/" + desk["refund"].ref)
    patient(page, lambda: Device.objects.get(user=bea).endpoint == third["told"]["endpoint"])


def test_a_device_that_was_lost_is_told_anew_and_one_that_bea_took_away_is_not(browser_page, desk, server, service):
    bea = desk["bea"]
    page = browser_page("/", user=bea, worker=True)
    subscribe(page, service, server)
    Device.objects.all().delete()  # a backup of before was restored
    fourth = moved(service, "4")
    page.add_init_script(f"({SUBSCRIBES})({json.dumps(fourth)})")
    page.goto("/profile/notices/")
    patient(page, lambda: Device.objects.filter(user=bea, endpoint=fourth["told"]["endpoint"]).exists())

    push.remove(Device.objects.get(), by=bea.key, at=timezone.now())  # on her other device
    page.evaluate(
        """async () => {
        const cache = await caches.open("makegood-push");
        const told = await (await cache.match("/device")).json();
        await cache.put("/device", new Response(JSON.stringify({ ...told, at: 0 })));
    }"""
    )
    page.goto("/profile/notices/")
    patient(page, lambda: page.evaluate(KEPT) is None)
    patient(page, lambda: page.evaluate("sessionStorage.getItem('unsubscribed')") == fourth["told"]["endpoint"])
    assert not Device.objects.exists()


def test_who_signs_in_after_bea_on_her_computer_gets_no_notices_unasked(browser_page, desk, server, service):
    page = browser_page("/", user=desk["bea"], worker=True)
    subscribe(page, service, server)
    look.sign_in(page, desk["cleo"], server)
    asked = []
    page.on("request", lambda one: asked.append(one.url))
    page.add_init_script(f"({SUBSCRIBES})({json.dumps(moved(service, '5'))})")
    page.goto("/profile/notices/")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "devices/again" in url]
    assert Device.objects.get().user == desk["bea"]


def risky(ref: str) -> object:
    """An open promise of the case."""
    return Commitment.objects.about(ref).owed().filter(state=State.OPEN).values_list("pk", flat=True)[0]
