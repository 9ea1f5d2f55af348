#include "scanner/tls/client_hello.h"

#include "scanner/tls/protocol.h"

namespace veedor::tls {
namespace {

using facts::TlsVersion;

constexpr std::uint16_t kRenegotiationScsv = 0x00FF;  // RFC 5746 §3.3

// IANA "TLS Supported Groups": x25519, P-256, x448, P-521, P-384, Brainpool 256/384/512, ffdhe2048–8192,
// hybrids with ML-KEM.
constexpr std::uint16_t kGroups[] = {0x001D, 0x0017, 0x001E, 0x0019, 0x0018, 0x001A, 0x001B, 0x001C, 0x0100,
                                     0x0101, 0x0102, 0x0103, 0x0104, 0x11EC, 0x11EB, 0x11ED, 0x0016, 0x0015};

// IANA "TLS SignatureScheme": ECDSA, EdDSA, RSA-PSS, RSA PKCS#1, and the SHA-1, MD5 and DSA that old
// certificates need.
constexpr std::uint16_t kSignatures[] = {
    0x0403, 0x0503, 0x0603, 0x0807, 0x0808, 0x081A, 0x081B, 0x081C, 0x0809, 0x080A, 0x080B, 0x0804, 0x0805,
    0x0806, 0x0401, 0x0501, 0x0601, 0x0303, 0x0301, 0x0203, 0x0201, 0x0402, 0x0302, 0x0202, 0x0101};

// RFC 7685: some servers hang on a hello whose length is in this range.
constexpr std::size_t kHangsFrom = 256;
constexpr std::size_t kHangsBefore = 512;

template <class Body>
void write_extension(Writer& out, std::uint16_t type, Body body) {
  out.number(type, 2);
  out.vector(2, body);
}

void write_numbers(Writer& out, const auto& numbers) {
  out.vector(2, [&] {
    for (std::uint16_t number : numbers) out.number(number, 2);
  });
}

void write_extensions(Writer& out, const ClientHello& hello) {
  if (!hello.server_name.empty()) {
    write_extension(out, extension::server_name, [&] {
      out.vector(2, [&] {
        out.number(0, 1);  // host_name
        out.vector(2, [&] { out.append(hello.server_name); });
      });
    });
  }
  write_extension(out, extension::supported_groups, [&] { write_numbers(out, kGroups); });
  if (hello.version != TlsVersion::tls1_3) {
    write_extension(out, extension::ec_point_formats, [&] {
      out.vector(1, [&] { out.number(0, 1); });  // uncompressed
    });
  }
  if (hello.version >= TlsVersion::tls1_2) {
    write_extension(out, extension::signature_algorithms, [&] { write_numbers(out, kSignatures); });
  }
  if (hello.version != TlsVersion::tls1_3) return;
  write_extension(out, extension::supported_versions,
                  [&] { out.vector(1, [&] { out.number(wire_number(TlsVersion::tls1_3), 2); }); });
  write_extension(out, extension::key_share, [&] {
    out.vector(2, [&] {
      if (hello.key_share == KeyShare::empty) return;
      out.number(kGroupX25519, 2);
      out.vector(2, [&] { out.append(hello.share); });
    });
  });
}

void write_body(Writer& out, const ClientHello& hello) {
  const bool tls1_3 = hello.version == TlsVersion::tls1_3;
  out.number(wire_number(tls1_3 ? TlsVersion::tls1_2 : hello.version), 2);
  out.append(hello.random);
  out.vector(1, [&] {
    if (tls1_3) out.append(hello.session);
  });
  out.vector(2, [&] {
    for (std::uint16_t suite : hello.suites) out.number(suite, 2);
    if (!tls1_3) out.number(kRenegotiationScsv, 2);
  });
  out.vector(1, [&] { out.number(0, 1); });       // no compression
  if (hello.version == TlsVersion::ssl3) return;  // RFC 6101 knows no extensions
  out.vector(2, [&] {
    write_extensions(out, hello);
    const std::size_t length = out.size();  // of the message: it starts at 0
    if (length < kHangsFrom || length >= kHangsBefore) return;
    write_extension(out, extension::padding, [&] {
      while (out.size() < kHangsBefore) out.number(0, 1);
    });
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
