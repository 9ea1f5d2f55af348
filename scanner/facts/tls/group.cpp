#include <algorithm>
#include <array>

#include "scanner/facts/tls/suite.h"

namespace veedor::facts {
namespace {

using enum GroupKind;

constexpr auto kGroups = std::to_array<Group>({
    {0x0001, "sect163k1", elliptic, 163},
    {0x0002, "sect163r1", elliptic, 163},
    {0x0003, "sect163r2", elliptic, 163},
    {0x0004, "sect193r1", elliptic, 193},
    {0x0005, "sect193r2", elliptic, 193},
    {0x0006, "sect233k1", elliptic, 233},
    {0x0007, "sect233r1", elliptic, 233},
    {0x0008, "sect239k1", elliptic, 239},
    {0x0009, "sect283k1", elliptic, 283},
    {0x000A, "sect283r1", elliptic, 283},
    {0x000B, "sect409k1", elliptic, 409},
    {0x000C, "sect409r1", elliptic, 409},
    {0x000D, "sect571k1", elliptic, 571},
    {0x000E, "sect571r1", elliptic, 571},
    {0x000F, "secp160k1", elliptic, 160},
    {0x0010, "secp160r1", elliptic, 160},
    {0x0011, "secp160r2", elliptic, 160},
    {0x0012, "secp192k1", elliptic, 192},
    {0x0013, "secp192r1", elliptic, 192},
    {0x0014, "secp224k1", elliptic, 224},
    {0x0015, "secp224r1", elliptic, 224},
    {0x0016, "secp256k1", elliptic, 256},
    {0x0017, "secp256r1", elliptic, 256},
    {0x0018, "secp384r1", elliptic, 384},
    {0x0019, "secp521r1", elliptic, 521},
    {0x001A, "brainpoolP256r1", elliptic, 256},
    {0x001B, "brainpoolP384r1", elliptic, 384},
    {0x001C, "brainpoolP512r1", elliptic, 512},
    {0x001D, "x25519", elliptic, 253},
    {0x001E, "x448", elliptic, 448},
    {0x001F, "brainpoolP256r1tls13", elliptic, 256},
    {0x0020, "brainpoolP384r1tls13", elliptic, 384},
    {0x0021, "brainpoolP512r1tls13", elliptic, 512},
    {0x0022, "GC256A", elliptic, 256},
    {0x0023, "GC256B", elliptic, 256},
    {0x0024, "GC256C", elliptic, 256},
    {0x0025, "GC256D", elliptic, 256},
    {0x0026, "GC512A", elliptic, 512},
    {0x0027, "GC512B", elliptic, 512},
    {0x0028, "GC512C", elliptic, 512},
    {0x0029, "curveSM2", elliptic, 256},
    {0x0100, "ffdhe2048", finite_field, 2048},
    {0x0101, "ffdhe3072", finite_field, 3072},
    {0x0102, "ffdhe4096", finite_field, 4096},
    {0x0103, "ffdhe6144", finite_field, 6144},
    {0x0104, "ffdhe8192", finite_field, 8192},
    {0x0200, "MLKEM512", post_quantum, 0},
    {0x0201, "MLKEM768", post_quantum, 0},
    {0x0202, "MLKEM1024", post_quantum, 0},
    {0x11EB, "SecP256r1MLKEM768", post_quantum, 0},
    {0x11EC, "X25519MLKEM768", post_quantum, 0},
    {0x11ED, "SecP384r1MLKEM1024", post_quantum, 0},
    {0x11EE, "curveSM2MLKEM768", post_quantum, 0},
    {0x6399, "X25519Kyber768Draft00", post_quantum, 0},
    {0x639A, "SecP256r1Kyber768Draft00", post_quantum, 0},
});

struct Scheme {
  std::uint16_t code;
  std::string_view name;
};

constexpr auto kSchemes = std::to_array<Scheme>({
    {0x0101, "rsa_pkcs1_md5"},
    {0x0201, "rsa_pkcs1_sha1"},
    {0x0202, "dsa_sha1"},
    {0x0203, "ecdsa_sha1"},
    {0x0301, "rsa_pkcs1_sha224"},
    {0x0302, "dsa_sha224"},
    {0x0303, "ecdsa_sha224"},
    {0x0401, "rsa_pkcs1_sha256"},
    {0x0402, "dsa_sha256"},
    {0x0403, "ecdsa_secp256r1_sha256"},
    {0x0501, "rsa_pkcs1_sha384"},
    {0x0502, "dsa_sha384"},
    {0x0503, "ecdsa_secp384r1_sha384"},
    {0x0601, "rsa_pkcs1_sha512"},
    {0x0602, "dsa_sha512"},
    {0x0603, "ecdsa_secp521r1_sha512"},
    {0x0708, "sm2sig_sm3"},
    {0x0804, "rsa_pss_rsae_sha256"},
    {0x0805, "rsa_pss_rsae_sha384"},
    {0x0806, "rsa_pss_rsae_sha512"},
    {0x0807, "ed25519"},
    {0x0808, "ed448"},
    {0x0809, "rsa_pss_pss_sha256"},
    {0x080A, "rsa_pss_pss_sha384"},
    {0x080B, "rsa_pss_pss_sha512"},
    {0x081A, "ecdsa_brainpoolP256r1tls13_sha256"},
    {0x081B, "ecdsa_brainpoolP384r1tls13_sha384"},
    {0x081C, "ecdsa_brainpoolP512r1tls13_sha512"},
    {0x0904, "mldsa44"},
    {0x0905, "mldsa65"},
    {0x0906, "mldsa87"},
});

}  // namespace

std::span<const Group> groups() { return kGroups; }

const Group* find_group(std::uint16_t code) {
  const auto* found = std::ranges::lower_bound(kGroups, code, {}, &Group::code);
  return found != kGroups.end() && found->code == code ? found : nullptr;
}

const Group* find_group(std::string_view name) {
  const auto* found = std::ranges::find(kGroups, name, &Group::name);
  return found != kGroups.end() ? found : nullptr;
}

std::string_view group_name(std::uint16_t code) {
  const Group* group = find_group(code);
  return group ? group->name : std::string_view();
}

std::string_view signature_scheme_name(std::uint16_t code) {
  const auto* found = std::ranges::lower_bound(kSchemes, code, {}, &Scheme::code);
  return found != kSchemes.end() && found->code == code ? found->name : std::string_view();
}

}  // namespace veedor::facts
