"""How the Postfix and Dovecot of the tests are set up. `{name}` is filled in, `{{` is a brace."""

DOVECOT = """
protocols = imap lmtp
listen = {host}
base_dir = {home}/run
state_dir = {home}/run
log_path = {home}/dovecot.log
ssl = yes
ssl_cert = <{home}/certificate.pem
ssl_key = <{home}/key.pem
disable_plaintext_auth = no
auth_mechanisms = plain login xoauth2 oauthbearer
first_valid_uid = 1
mail_location = maildir:~/mails
recipient_delimiter = +
passdb {{
  driver = passwd-file
  mechanisms = plain login
  args = {home}/people
}}
passdb {{
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = {home}/oauth.conf
}}
# Who is not in the file does not exist: mail to them is refused, and bounces.
userdb {{
  driver = passwd-file
  args = {home}/people
}}
service imap-login {{
  inet_listener imap {{
    address = {host}
    port = {imap}
  }}
  inet_listener imaps {{
    address = {host}
    port = {imaps}
    ssl = yes
  }}
}}
service lmtp {{
  inet_listener lmtp {{
    address = {host}
    port = {lmtp}
  }}
}}
# Postfix asks here who may submit mail.
service auth {{
  inet_listener {{
    address = {host}
    port = {auth}
  }}
}}
namespace inbox {{
  inbox = yes
  separator = /
}}
"""

DOVECOT_OAUTH = """
introspection_mode = post
introspection_url = {introspection}
username_attribute = username
active_attribute = active
active_value = true
"""

# Quick retries, so that nobody waits minutes for what was deferred.
MAIN = """
compatibility_level = 3.7
queue_directory = {home}/postfix/queue
data_directory = {home}/postfix/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
maillog_file = {home}/postfix.log
maillog_file_prefixes = {home}
myhostname = mx.hale.example
mydestination =
mynetworks = 127.0.0.0/8
inet_interfaces = {host}
inet_protocols = ipv4
disable_dns_lookups = yes
smtp_host_lookup = native
relay_domains = hale.example customer.example
transport_maps = inline:{{ {{ help@hale.example = lmtp:inet:{host}:{lmtp} }}, {{ hale.example = smtp:[{host}]:{listener} }}, {{ customer.example = lmtp:inet:{host}:{lmtp} }}, {{ * = error:5.1.2 these servers send nothing outside }} }}
smtpd_sender_restrictions = check_sender_access regexp:{home}/postfix/results
smtpd_recipient_restrictions = permit_mynetworks, reject
smtpd_tls_cert_file = {home}/certificate.pem
smtpd_tls_key_file = {home}/key.pem
smtpd_tls_received_header = yes
smtpd_sasl_authenticated_header = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = inet:{host}:{auth}
alias_maps =
alias_database =
local_recipient_maps =
biff = no
message_size_limit = 104857600
mailbox_size_limit = 0
queue_run_delay = 1s
minimal_backoff_time = 1s
maximal_backoff_time = 2s
maximal_queue_lifetime = 60s
bounce_queue_lifetime = 60s
smtp_connect_timeout = 3s
default_destination_concurrency_failed_cohort_limit = 0
recipient_delimiter = +
smtputf8_enable = yes
"""

# As an MTA that checks DMARC would say: only Ada is who she says.
RESULTS = """
/^ada@customer\\.example$/ PREPEND Authentication-Results: mx.hale.example; dmarc=pass header.from=customer.example
/./ PREPEND Authentication-Results: mx.hale.example; dmarc=none
"""

MASTER = """
{host}:{smtp} inet n - n - - smtpd
{host}:{submission} inet n - n - - smtpd
  -o smtpd_tls_security_level=encrypt
  -o smtpd_sasl_auth_enable=yes
  -o smtpd_sender_restrictions=
  -o smtpd_recipient_restrictions=permit_sasl_authenticated,reject
pickup    unix  n - n 60 1 pickup
cleanup   unix  n - n - 0 cleanup
qmgr      unix  n - n 300 1 qmgr
tlsmgr    unix  - - n 1000? 1 tlsmgr
rewrite   unix  - - n - - trivial-rewrite
bounce    unix  - - n - 0 bounce
defer     unix  - - n - 0 bounce
trace     unix  - - n - 0 bounce
verify    unix  - - n - 1 verify
flush     unix  n - n 1000? 0 flush
proxymap  unix  - - n - - proxymap
proxywrite unix - - n - 1 proxymap
smtp      unix  - - n - - smtp
relay     unix  - - n - - smtp
showq     unix  n - n - - showq
error     unix  - - n - - error
retry     unix  - - n - - error
discard   unix  - - n - - discard
lmtp      unix  - - n - - lmtp
anvil     unix  - - n - 1 anvil
scache    unix  - - n - 1 scache
postlog   unix-dgram n - n - 1 postlogd
"""
