"""Where a message is forwarded."""

from django.urls import path

from makegood.desk.forwarding import views
from makegood.desk.urls import MESSAGE

urlpatterns = [path(f"{MESSAGE}/forwarding", views.forward, name="message-forwarding")]
