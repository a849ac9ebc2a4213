"""Addresses of orders."""

from django.urls import path

from makegood.orders.views import orders, shops, tables

TABLE = "orders/tables/<uuid:key>"

urlpatterns = [
    path("orders/", orders.show, name="orders"),
    path("orders/tables/", tables.show, name="order-tables"),
    path(TABLE, tables.one, name="order-table"),
    path(f"{TABLE}/taking", tables.taking, name="order-table-taking"),
    path(f"{TABLE}/stopping", tables.stopping, name="order-table-stopping"),
    path(f"{TABLE}/faults.csv", tables.faults, name="order-table-faults"),
    path("orders/told/<uuid:key>", shops.hear, name="shop-told"),
    path("orders/<str:ref>", orders.one, name="order"),
    path("settings/shops/", shops.show, name="shops"),
    path("settings/shops/new", shops.edit, name="shop-new"),
    path("settings/shops/<uuid:key>", shops.edit, name="shop"),
]
