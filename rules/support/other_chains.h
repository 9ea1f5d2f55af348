// The chains that a server shows to other clients than the best: what is wrong with them.
#pragma once

#include <cstdint>
#include <string_view>

#include "scanner/facts/host.h"

namespace veedor::rules {

enum class ChainFault : std::uint8_t { none, untrusted, incomplete, expired, not_yet_valid, other_name };

// What a client that sees it would complain of first: dates before trust before name. `none` as well where
// trust was not tested and nothing else is wrong.
ChainFault fault_of(const facts::OtherChain& other, Time now);
// Of the chain that rules judge otherwise.
ChainFault fault_of(const facts::Tls& tls, Time now);

// "expired", "other-name", …: the key of a message; "" for none.
std::string_view message_key(ChainFault fault);

// The host's own certificate as this chain shows it; null where none was read or it is the one that all see.
const facts::Certificate* other_certificate(const facts::OtherChain& other, const facts::Tls& tls);

// It was seen by a client that takes certificates of one kind of key only: "RSA" or "ECDSA"; "" otherwise.
std::string_view key_kind_asked(const facts::OtherChain& other);
// It was seen at another address of the name.
bool seen_at_address(const facts::OtherChain& other);

}  // namespace veedor::rules
