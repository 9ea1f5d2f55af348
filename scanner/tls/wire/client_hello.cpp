#include "scanner/tls/wire/client_hello.h"

#include "scanner/tls/wire/protocol.h"

namespace veedor::tls {
namespace {

using facts::TlsVersion;

// RFC 7685: some servers hang on a hello whose length is in this range.
constexpr std::size_t kHangsFrom = 256;
constexpr std::size_t kHangsBefore = 512;

constexpr std::uint16_t kGrease = 0x5A5A;

template <class Body>
void write_extension(Writer& out, std::uint16_t type, Body body) {
  out.number(type, 2);
  out.vector(2, body);
}

void write_flag(Writer& out, std::uint16_t type) {
  write_extension(out, type, [] {});
}

void write_server_name(Writer& out, const std::string& name) {
  write_extension(out, extension::server_name, [&] {
    out.vector(2, [&] {
      out.number(0, 1);  // host_name
      out.vector(2, [&] { out.append(name); });
    });
  });
}

void write_groups(Writer& out, const ClientHello& hello) {
  if (hello.groups.empty()) return;
  write_extension(out, extension::supported_groups, [&] {
    out.vector(2, [&] {
      if (hello.grease) out.number(kGrease, 2);
      for (std::uint16_t group : hello.groups) out.number(group, 2);
    });
  });
}

void write_alpn(Writer& out, const ClientHello& hello) {
  if (hello.alpn.empty()) return;
  write_extension(out, extension::alpn, [&] {
    out.vector(2, [&] {
      for (std::string_view protocol : hello.alpn) out.vector(1, [&] { out.append(protocol); });
    });
  });
}

void write_asked_for(Writer& out, const ClientHello& hello) {
  if (hello.status_request) {
    write_extension(out, extension::status_request, [&] {
      out.number(1, 1);  // ocsp
      out.number(0, 2);  // any responder
      out.number(0, 2);  // no extensions
    });
  }
  if (hello.timestamps) write_flag(out, extension::signed_certificate_timestamp);
  if (hello.session_ticket)
    write_extension(out, extension::session_ticket, [&] { out.append(hello.ticket); });
  if (hello.extended_master_secret) write_flag(out, extension::extended_master_secret);
  if (hello.encrypt_then_mac) write_flag(out, extension::encrypt_then_mac);
  if (hello.heartbeat)
    write_extension(out, extension::heartbeat, [&] { out.number(1, 1); });  // peer may send
  if (hello.next_protocol) write_flag(out, extension::next_protocol);
}

void write_extensions(Writer& out, const ClientHello& hello) {
  const bool tls1_3 = hello.version == TlsVersion::tls1_3;
  if (hello.grease) write_flag(out, kGrease);
  if (!hello.server_name.empty()) write_server_name(out, hello.server_name);
  write_groups(out, hello);
  if (!tls1_3) {
    write_extension(out, extension::ec_point_formats, [&] {
      out.vector(1, [&] { out.number(0, 1); });  // uncompressed
    });
  }
  if (hello.version >= TlsVersion::tls1_2 && !hello.signature_schemes.empty()) {
    write_extension(out, extension::signature_algorithms, [&] {
      out.vector(2, [&] {
        for (std::uint16_t scheme : hello.signature_schemes) out.number(scheme, 2);
      });
    });
  }
  write_alpn(out, hello);
  write_asked_for(out, hello);
  if (!tls1_3) return;
  write_extension(out, extension::supported_versions, [&] {
    out.vector(1, [&] {
      if (hello.grease) out.number(kGrease, 2);
      out.number(wire_number(TlsVersion::tls1_3), 2);
    });
  });
  write_extension(out, extension::key_share, [&] {
    out.vector(2, [&] {
      for (const KeyShare& share : hello.shares) {
        out.number(share.group, 2);
        out.vector(2, [&] { out.append(share.key); });
      }
    });
  });
}

void write_padding(Writer& out, std::size_t up_to) {
  write_extension(out, extension::padding, [&] {
    while (out.size() < up_to) out.number(0, 1);
  });
}

void write_body(Writer& out, const ClientHello& hello) {
  const bool tls1_3 = hello.version == TlsVersion::tls1_3;
  const std::uint16_t version = wire_number(tls1_3 ? TlsVersion::tls1_2 : hello.version);
  out.number(hello.legacy_version != 0 ? hello.legacy_version : version, 2);
  out.append(hello.random);
  out.vector(1, [&] { out.append(hello.session); });
  out.vector(2, [&] {
    if (hello.grease) out.number(kGrease, 2);
    for (std::uint16_t suite : hello.suites) out.number(suite, 2);
    if (!tls1_3) out.number(kRenegotiationScsv, 2);
  });
  out.vector(1, [&] { out.append(hello.compressions); });
  // RFC 6101 knows no extensions.
  if (!hello.extensions || hello.version == TlsVersion::ssl3) return;
  out.vector(2, [&] {
    write_extensions(out, hello);
    const std::size_t length = out.size();  // of the message: it starts at 0
    if (length < hello.at_least) {
      write_padding(out, hello.at_least);
    } else if (length >= kHangsFrom && length < kHangsBefore) {
      write_padding(out, kHangsBefore);
    }
  });
}

}  // namespace

Bytes write(const ClientHello& hello) {
  Writer message;
  message.number(message::client_hello, 1);
  message.vector(3, [&] { write_body(message, hello); });

  Writer record;
  record.number(content::handshake, 1);
  // RFC 8446 §5.1: old servers want 0x0301 here whatever comes inside.
  record.number(wire_number(hello.version == TlsVersion::ssl3 ? TlsVersion::ssl3 : TlsVersion::tls1_0), 2);
  record.vector(2, [&] { record.append(message.take()); });
  return record.take();
}

}  // namespace veedor::tls
