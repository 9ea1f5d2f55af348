// Whether known attacks on TLS services work here, each by the least that shows it. What can be told from
// what is offered (FREAK, Logjam, SWEET32, POODLE, DROWN …) is for the rules: it needs no connection.
#pragma once

#include <map>
#include <string>

#include "scanner/facts/tls/tls.h"
#include "scanner/tls/enumerate/asker.h"
#include "scanner/tls/enumerate/survey.h"

namespace veedor::tls {

using Exposures = std::map<facts::Vulnerability, facts::Exposed>;

// Reads what is offered from `tls`. Those that break no rule of the protocol always; those that a server or a
// detector of intrusions may take for an attack only where `intrusive` is set. One that does not apply is
// `safe`, one that was not tried is missing. `rsa_chain` is the DER of the chain shown with suites of RSA,
// `ticket` one of TLS 1.2; both may be empty.
void try_attacks(Asker& asker, const facts::Tls& tls, const std::vector<Bytes>& rsa_chain,
                 const Bytes& ticket, bool intrusive, Exposures& exposures);

// CVE-2014-0160 (RFC 6520): a heartbeat whose length goes beyond its record, after ServerHelloDone. Reads
// what comes back and counts it; nothing of it is kept.
facts::Exposed try_heartbleed(Asker& asker, const ClientHello& hello);

// CVE-2014-0224: a change_cipher_spec before there are keys.
facts::Exposed try_ccs_injection(Asker& asker, const ClientHello& hello);

// CVE-2016-9244: a session identifier of one byte beside a ticket is answered with 32 bytes.
facts::Exposed try_ticketbleed(Asker& asker, const ClientHello& hello, const Bytes& ticket);

// CVE-2014-8730: padding of CBC in TLS that nobody checks. Two whole handshakes with AES-128-CBC and SHA-1,
// and a request for the first page in each.
facts::Exposed try_poodle_tls(Asker& asker);

// CVE-2025-49812 (RFC 2817): plain HTTP lets itself be made TLS. `http` is the address with the port of plain
// HTTP.
facts::Exposed try_opossum(Loop& loop, const Address& http, const std::string& host,
                           std::chrono::milliseconds timeout);

// Bleichenbacher's oracle (ROBOT): does the server tell paddings of PKCS #1 apart? `certificate` is a DER
// with an RSA key, `hello` offers suites of RSA key exchange alone.
facts::Exposed try_robot(Asker& asker, const ClientHello& hello, const Bytes& certificate);

}  // namespace veedor::tls
