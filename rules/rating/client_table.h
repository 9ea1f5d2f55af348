// What known clients offer, of data/clients.tsv. The table is read once and lives as long as the program.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scanner/facts/tls/version.h"

namespace veedor::rules::rating {

struct Client {
  std::string_view name;  // "Android 4.4.2"
  int released = 0;       // the year
  facts::TlsVersion lowest = facts::TlsVersion::tls1_2;
  facts::TlsVersion highest = facts::TlsVersion::tls1_3;
  std::vector<std::uint32_t> suites;   // in the client's order, of all versions
  std::vector<std::uint16_t> groups;   // in the client's order; none: it does not send the extension
  std::vector<std::uint16_t> schemes;  // of signatures; none: it does not send the extension
  int dh_least = 0;                    // bits of a Diffie-Hellman prime; 0: no limit
  int dh_most = 0;
  bool server_name = true;  // RFC 6066 §3

  // A share of a post-quantum group fills more than one packet.
  bool long_hello() const;
};

// In the order of the table: by maker, older ones first.
std::span<const Client> clients();

// The rows of a table like data/clients.tsv. A line that cannot be read is left out and told in `faults`.
std::vector<Client> read_clients(std::string_view table, std::vector<std::string>& faults);

}  // namespace veedor::rules::rating
