#include "scanner/dns/message.h"

#include <iterator>
#include <optional>

#include "scanner/base/text.h"

namespace veedor::dns {
namespace {

constexpr std::uint16_t kInternet = 1;
constexpr std::size_t kMaxLabel = 63;
constexpr int kMaxPointers = 127;      // of one name
constexpr std::size_t kMaxName = 255;  // RFC 1035 §2.3.4, with the bytes of lengths

void append_number(Bytes& out, std::uint32_t value) {
  out.push_back(static_cast<std::uint8_t>(value >> 8));
  out.push_back(static_cast<std::uint8_t>(value));
}

void append_label(std::string& name, BytesView label) {
  if (!name.empty()) name += '.';
  for (const std::uint8_t byte : label) {
    const char c = ascii_lower(static_cast<char>(byte));
    if (is_ascii_alnum(c) || c == '-' || c == '_') {
      name += c;
      continue;
    }
    name += '\\';
    for (const int unit : {100, 10, 1}) name += static_cast<char>('0' + byte / unit % 10);
  }
}

// Walks through a message; every getter returns nothing where bytes are missing.
class Cursor {
 public:
  explicit Cursor(BytesView message) : message_(message) {}

  std::optional<std::uint32_t> number(std::size_t width) {
    if (message_.size() - at_ < width) return std::nullopt;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < width; ++i) value = value << 8 | message_[at_ + i];
    at_ += width;
    return value;
  }
  std::optional<BytesView> take(std::size_t count) {
    if (message_.size() - at_ < count) return std::nullopt;
    at_ += count;
    return message_.subspan(at_ - count, count);
  }
  std::size_t at() const { return at_; }

  // RFC 1035 §4.1.4. Each pointer must lead to before the part that it ends, so there is no loop, and a name
  // of 255 bytes has at most 127 labels, so that more pointers than that have no use: there is an end.
  std::optional<std::string> name() { return name_at(at_, true); }
  std::optional<std::string> name_at(std::size_t start) { return name_at(start, false); }

 private:
  std::optional<std::string> name_at(std::size_t start, bool move) {
    std::string name;
    std::size_t length = 1;
    std::size_t place = start;
    std::size_t part = start;  // where the part began that is being read
    int jumps = 0;
    while (place < message_.size()) {
      const std::size_t size = message_[place];
      if (size >= 0xC0) {
        if (place + 1 >= message_.size()) return std::nullopt;
        if (move && jumps == 0) at_ = place + 2;
        if (++jumps > kMaxPointers) return std::nullopt;
        const std::size_t target = (size & 0x3F) << 8 | message_[place + 1];
        if (target >= part) return std::nullopt;
        part = place = target;
        continue;
      }
      if (size > kMaxLabel) return std::nullopt;
      if (size == 0) {
        if (move && jumps == 0) at_ = place + 1;
        return name;
      }
      length += size + 1;
      if (length > kMaxName || message_.size() - place - 1 < size) return std::nullopt;
      append_label(name, message_.subspan(place + 1, size));
      place += size + 1;
    }
    return std::nullopt;
  }

  BytesView message_;
  std::size_t at_ = 0;
};

struct RawRecord {
  Record record;
  std::uint16_t record_class = 0;
  std::uint32_t time_to_live = 0;
};

std::optional<RawRecord> read_record(Cursor& cursor) {
  RawRecord raw;
  const auto owner = cursor.name();
  const auto record_type = owner ? cursor.number(2) : std::nullopt;
  const auto record_class = record_type ? cursor.number(2) : std::nullopt;
  const auto time_to_live = record_class ? cursor.number(4) : std::nullopt;
  const auto length = time_to_live ? cursor.number(2) : std::nullopt;
  const std::size_t start = cursor.at();
  const auto data = length ? cursor.take(*length) : std::nullopt;
  if (!data) return std::nullopt;
  raw.record.owner = *owner;
  raw.record.type = static_cast<std::uint16_t>(*record_type);
  raw.record.data.assign(data->begin(), data->end());
  raw.record_class = static_cast<std::uint16_t>(*record_class);
  raw.time_to_live = *time_to_live;
  if (raw.record.type == type::cname) {
    const auto target = cursor.name_at(start);
    if (!target) return std::nullopt;
    raw.record.target = *target;
  }
  return raw;
}

void read_flags(std::uint32_t flags, Message& message) {
  message.response = (flags & 0x8000) != 0;
  message.authoritative = (flags & 0x0400) != 0;
  message.truncated = (flags & 0x0200) != 0;
  message.recursive = (flags & 0x0080) != 0;
  message.authenticated = (flags & 0x0020) != 0;
  message.code = static_cast<int>(flags & 0x000F);
}

}  // namespace

Bytes query(std::uint16_t id, std::string_view name, std::uint16_t type) {
  Bytes out;
  append_number(out, id);
  append_number(out, 0x0120);  // RD and AD
  for (const std::uint32_t count : {1U, 0U, 0U, 1U}) append_number(out, count);
  const std::size_t start = out.size();
  for (const std::string_view label : split(name, '.')) {
    if (label.empty() || label.size() > kMaxLabel) return {};
    out.push_back(static_cast<std::uint8_t>(label.size()));
    out.insert(out.end(), label.begin(), label.end());
  }
  out.push_back(0);
  if (out.size() - start > kMaxName) return {};
  append_number(out, type);
  append_number(out, kInternet);
  // RFC 6891 §6.1.2: the root's name, OPT, the size that fits every path, nothing else.
  static constexpr std::uint8_t kOptions[] = {0, 0, 41, 0x04, 0xD0, 0, 0, 0, 0, 0, 0};
  out.insert(out.end(), std::begin(kOptions), std::end(kOptions));
  return out;
}

Result<Message> parse_message(BytesView bytes) {
  Cursor cursor(bytes);
  Message message;
  std::uint32_t header[6] = {};
  for (std::uint32_t& field : header) {
    const auto number = cursor.number(2);
    if (!number) return Error{"the header is cut"};
    field = *number;
  }
  message.id = static_cast<std::uint16_t>(header[0]);
  read_flags(header[1], message);
  if (header[2] != 1) return Error{"there is not exactly one question"};
  const auto question = cursor.name();
  const auto question_type = question ? cursor.number(2) : std::nullopt;
  if (!question_type || cursor.number(2) != kInternet)
    return Error{"the question is cut or of another class"};
  message.question = *question;
  message.question_type = static_cast<std::uint16_t>(*question_type);
  // RFC 2181 §9: what is missing in a truncated message is asked for again, so the rest is not read.
  if (message.truncated) return message;
  const std::uint32_t answers = header[3];
  const std::uint32_t all = header[3] + header[4] + header[5];
  for (std::uint32_t i = 0; i < all; ++i) {
    auto raw = read_record(cursor);
    if (!raw) return Error{"a record is cut or malformed"};
    if (raw->record.type == type::opt && i >= answers)
      message.code |= static_cast<int>(raw->time_to_live >> 24) << 4;
    if (i < answers && raw->record_class == kInternet) message.answers.push_back(std::move(raw->record));
  }
  return message;
}

Result<std::string> take_plain_name(BytesView& bytes) {
  std::string name;
  std::size_t at = 0;
  while (at < bytes.size() && bytes[at] != 0) {
    const std::size_t size = bytes[at];
    if (size > kMaxLabel || at + size + 2 > kMaxName || bytes.size() - at - 1 < size)
      return Error{"the name is malformed"};
    append_label(name, bytes.subspan(at + 1, size));
    at += size + 1;
  }
  if (at >= bytes.size()) return Error{"the name is cut"};
  bytes = bytes.subspan(at + 1);
  return name;
}

}  // namespace veedor::dns
