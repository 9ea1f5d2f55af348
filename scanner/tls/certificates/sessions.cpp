#include "scanner/tls/certificates/sessions.h"

#include <algorithm>
#include <functional>

namespace veedor::tls {
namespace {

using facts::Support;
using facts::TlsVersion;

Support support_of(const Handshake& handshake) {
  if (!handshake.completed) return Support::inconclusive;
  return handshake.resumed ? Support::offered : Support::refused;
}

void note_ticket(const Handshake& handshake, facts::TlsFeatures& features) {
  if (handshake.ticket.empty()) return;
  features.ticket_lifetime = std::max(features.ticket_lifetime, handshake.ticket_lifetime);
}

HandshakeOptions options_for(const Service& service, TlsVersion highest) {
  return {.server_name = service.server_name, .highest = highest};
}

Handshake shake(const Service& service, HandshakeOptions options) {
  return shake_hands(service.loop, service.address, service.timeout, std::move(options));
}

void try_modern(const Service& service, const Handshake& first, facts::TlsFeatures& features) {
  note_ticket(first, features);
  features.early_data_bytes = first.early_data;
  features.early_data = first.early_data > 0 ? Support::offered : Support::refused;
  if (!first.session) {
    features.tls13_resumption = Support::refused;
    return;
  }
  HandshakeOptions options = options_for(service, TlsVersion::tls1_3);
  options.resume = first.session.get();
  features.tls13_resumption = support_of(shake(service, options));
}

void try_tickets(const Service& service, facts::TlsFeatures& features, Bytes& ticket) {
  HandshakeOptions options = options_for(service, TlsVersion::tls1_2);
  const Handshake fresh = shake(service, options);
  if (!fresh.completed) return;
  note_ticket(fresh, features);
  ticket = fresh.ticket;
  if (!fresh.session || ticket.empty()) {
    features.ticket_resumption = Support::refused;
    return;
  }
  options.resume = fresh.session.get();
  features.ticket_resumption = support_of(shake(service, options));
}

// A second handshake in the connection is asked for last of all: a server may drop the session for it.
void try_identifiers(const Service& service, facts::TlsFeatures& features) {
  HandshakeOptions options = options_for(service, TlsVersion::tls1_2);
  options.tickets = false;
  const Handshake fresh = shake(service, options);
  if (!fresh.completed) return;
  options.resume = fresh.session.get();
  options.renegotiate = true;
  const Handshake again = shake(service, options);
  features.session_ids = fresh.session ? support_of(again) : Support::refused;
  features.client_renegotiation = again.completed ? again.renegotiated : Support::inconclusive;
}

}  // namespace

Bytes try_sessions(const Service& service, const Handshake& first, bool legacy,
                   facts::TlsFeatures& features) {
  Bytes ticket;
  std::vector<std::function<void()>> tasks;
  if (first.completed && first.version == TlsVersion::tls1_3)
    tasks.emplace_back([&] { try_modern(service, first, features); });
  if (legacy) {
    tasks.emplace_back([&] { try_tickets(service, features, ticket); });
    tasks.emplace_back([&] { try_identifiers(service, features); });
  }
  service.loop.all(std::move(tasks));
  return ticket;
}

}  // namespace veedor::tls
