#include "rules/rating/client_table.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <optional>

#include "data/tls_clients_tsv.h"
#include "scanner/base/text.h"
#include "scanner/facts/tls/suite.h"

namespace veedor::rules::rating {
namespace {

template <class Number>
bool read_number(std::string_view text, int base, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number, base);
  return error == std::errc() && end == text.data() + text.size();
}

// Hexadecimal code points with spaces between them; "-" for none.
template <class Code>
bool read_codes(std::string_view text, std::vector<Code>& codes) {
  if (text == "-") return true;
  for (const std::string_view word : split_whitespace(text)) {
    Code code = 0;
    if (!read_number(word, 16, code)) return false;
    codes.push_back(code);
  }
  return !codes.empty();
}

std::optional<facts::TlsVersion> read_version(std::string_view key) {
  for (int i = 0; i <= static_cast<int>(facts::TlsVersion::tls1_3); ++i) {
    const auto version = static_cast<facts::TlsVersion>(i);
    if (facts::key(version) == key) return version;
  }
  return std::nullopt;
}

// "1024-4096", "0-1024"; "-" for no limits.
bool read_limits(std::string_view text, Client& client) {
  if (text == "-") return true;
  const std::vector<std::string_view> ends = split(text, '-');
  return ends.size() == 2 && read_number(ends[0], 10, client.dh_least) &&
         read_number(ends[1], 10, client.dh_most);
}

bool read_client(std::string_view line, Client& client) {
  const std::vector<std::string_view> cells = split(line, '\t');
  if (cells.size() != 9 || !read_number(cells[1], 10, client.released)) return false;
  const auto lowest = read_version(cells[2]);
  const auto highest = read_version(cells[3]);
  if (cells[0].empty() || !lowest || !highest || *lowest > *highest) return false;
  client.name = cells[0];
  client.lowest = *lowest;
  client.highest = *highest;
  client.server_name = cells[4] == "sni";
  return (client.server_name || cells[4] == "-") && read_limits(cells[5], client) &&
         read_codes(cells[6], client.groups) && read_codes(cells[7], client.schemes) &&
         read_codes(cells[8], client.suites);
}

}  // namespace

bool Client::long_hello() const {
  return std::ranges::any_of(groups, [](std::uint16_t code) {
    const facts::Group* group = facts::find_group(code);
    return group && group->kind == facts::GroupKind::post_quantum;
  });
}

std::vector<Client> read_clients(std::string_view table, std::vector<std::string>& faults) {
  std::vector<Client> read;
  for (const std::string_view line : split(table, '\n')) {
    if (line.empty() || line.front() == '#') continue;
    Client client;
    if (read_client(line, client))
      read.push_back(std::move(client));
    else
      faults.emplace_back(line);
  }
  return read;
}

std::span<const Client> clients() {
  static const std::vector<Client> table = [] {
    std::vector<std::string> faults;
    std::vector<Client> read = read_clients(data::tls_clients_tsv, faults);
    assert(faults.empty());
    return read;
  }();
  return table;
}

}  // namespace veedor::rules::rating
