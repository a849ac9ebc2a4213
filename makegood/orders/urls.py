"""Addresses of orders."""

from django.urls import path

from makegood.orders.views import orders, tables

TABLE = "orders/tables/<uuid:key>"

urlpatterns = [
    path("orders/", orders.show, name="orders"),
    path("orders/tables/", tables.show, name="order-tables"),
    path(TABLE, tables.one, name="order-table"),
    path(f"{TABLE}/taking", tables.taking, name="order-table-taking"),
    path(f"{TABLE}/stopping", tables.stopping, name="order-table-stopping"),
    path(f"{TABLE}/faults.csv", tables.faults, name="order-table-faults"),
    path("orders/<str:ref>", orders.one, name="order"),
]
