#include "scanner/dns/records.h"

#include <optional>
#include <string_view>

#include "scanner/base/text.h"

namespace veedor::dns {
namespace {

constexpr std::size_t kMaxValue = 512;
constexpr std::uint32_t kAlpn = 1;  // RFC 9460 §14.3.2
constexpr std::uint32_t kEch = 5;   // RFC 9848

std::string_view text_of(BytesView bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

std::optional<std::uint32_t> take_number(BytesView& bytes, std::size_t width) {
  if (bytes.size() < width) return std::nullopt;
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < width; ++i) value = value << 8 | bytes[i];
  bytes = bytes.subspan(width);
  return value;
}

// What follows its own length of `width` bytes.
std::optional<BytesView> take_vector(BytesView& bytes, std::size_t width) {
  BytesView rest = bytes;
  const auto length = take_number(rest, width);
  if (!length || rest.size() < *length) return std::nullopt;
  bytes = rest.subspan(*length);
  return rest.first(*length);
}

// RFC 9460 §7.1.1: at least one, none of them empty.
bool read_alpn(BytesView value, std::vector<std::string>& alpn) {
  if (value.empty()) return false;
  while (!value.empty()) {
    const auto protocol = take_vector(value, 1);
    if (!protocol || protocol->empty()) return false;
    alpn.push_back(printable(text_of(*protocol)));
  }
  return true;
}

}  // namespace

Result<facts::Caa> read_caa(BytesView data) {
  const auto flags = take_number(data, 1);
  const auto tag = flags ? take_vector(data, 1) : std::nullopt;
  if (!tag || tag->empty()) return Error{"the tag is missing or cut"};
  facts::Caa caa{.tag = ascii_lower(text_of(*tag)), .critical = (*flags & 0x80) != 0};
  for (const char c : caa.tag) {
    if (!is_ascii_alnum(c)) return Error{"the tag has other characters than letters and digits"};
  }
  caa.value = shorten(printable(text_of(data)), kMaxValue);
  return caa;
}

Result<facts::Tlsa> read_tlsa(BytesView data) {
  if (data.size() < 4) return Error{"the record is cut"};
  facts::Tlsa tlsa{.usage = data[0], .selector = data[1], .matching = data[2]};
  constexpr std::string_view kDigits = "0123456789abcdef";
  for (const std::uint8_t byte : data.subspan(3)) {
    tlsa.data += kDigits[byte >> 4];
    tlsa.data += kDigits[byte & 15];
  }
  return tlsa;
}

Result<ServiceBinding> read_https(BytesView data) {
  ServiceBinding binding;
  const auto priority = take_number(data, 2);
  if (!priority) return Error{"the priority is cut"};
  binding.priority = static_cast<std::uint16_t>(*priority);
  Result<std::string> target = take_plain_name(data);
  if (!target) return target.error();
  binding.target = *target;
  // RFC 9460 §2.4.2: an alias has no parameters, and those that are there are ignored.
  if (binding.priority == 0) return binding;
  std::optional<std::uint32_t> last;
  while (!data.empty()) {
    const auto key = take_number(data, 2);
    const auto value = key ? take_vector(data, 2) : std::nullopt;
    if (!value || (last && *key <= *last)) return Error{"the parameters are cut or out of order"};
    last = key;
    if (*key == kAlpn && !read_alpn(*value, binding.alpn)) return Error{"the list of protocols is malformed"};
    if (*key == kEch) binding.encrypted_client_hello = true;
  }
  return binding;
}

}  // namespace veedor::dns
