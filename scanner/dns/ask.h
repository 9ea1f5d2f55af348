// One question to a resolver: UDP, then TCP where the answer was truncated (RFC 7766 §5).
#pragma once

#include <chrono>
#include <cstdint>
#include <span>
#include <string_view>

#include "scanner/dns/message.h"
#include "scanner/dns/resolvers.h"

namespace veedor::dns {

enum class Ending : std::uint8_t {
  answered,
  silent,  // nobody answered: no resolver there, or none that this machine reaches
  broken,  // what came is no DNS, or the whole of a truncated answer could not be had
};

struct Reply {
  Ending ending = Ending::silent;
  Message message;  // where it was answered; of this name and type, with any code
};

// Asks the resolvers in turn, the only one twice, until one answers; ends within `limit`. Datagrams that
// answer another question are ignored, as RFC 5452 §9.1 has it.
Reply ask(std::span<const Resolver> resolvers, std::string_view name, std::uint16_t type,
          std::chrono::milliseconds limit);

}  // namespace veedor::dns
