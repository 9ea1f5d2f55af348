// An answer of the DNS, and the data of its records as each of the kinds that are read.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "scanner/dns/message.h"
#include "scanner/dns/records.h"

namespace {

void read_data(veedor::dns::BytesView data) {
  using namespace veedor::dns;
  if (const auto caa = read_caa(data); caa && (caa->tag.empty() || caa->value.size() > 600)) std::abort();
  if (const auto tlsa = read_tlsa(data); tlsa && tlsa->data.size() != 2 * (data.size() - 3)) std::abort();
  if (const auto https = read_https(data); https && https->alpn.size() > data.size()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const veedor::dns::BytesView bytes(data, size);
  read_data(bytes);
  const auto message = veedor::dns::parse_message(bytes);
  if (!message) return 0;
  for (const veedor::dns::Record& record : message->answers) {
    // A byte of a name is four characters at most, so that no name can be longer than this.
    if (record.owner.size() > 4 * 255 || record.target.size() > 4 * 255) std::abort();
    read_data(record.data);
  }
  return 0;
}
