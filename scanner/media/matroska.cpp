// Matroska and WebM (RFC 8794, RFC 9559): elements of EBML. What is asked for stands before the first
// cluster.
#include <bit>
#include <cstdint>
#include <string_view>

#include "scanner/media/bytes.h"
#include "scanner/media/formats.h"

namespace veedor::media {
namespace {

constexpr int kMaxElements = 10'000;  // of one level

constexpr std::uint64_t kHeader = 0x1A45DFA3;
constexpr std::uint64_t kSegment = 0x18538067;
constexpr std::uint64_t kInfo = 0x1549A966;
constexpr std::uint64_t kTimestampScale = 0x2AD7B1;
constexpr std::uint64_t kDuration = 0x4489;
constexpr std::uint64_t kTracks = 0x1654AE6B;
constexpr std::uint64_t kTrackEntry = 0xAE;
constexpr std::uint64_t kTrackType = 0x83;
constexpr std::uint64_t kCluster = 0x1F43B675;

constexpr std::uint64_t kVideo = 1;
constexpr std::uint64_t kAudio = 2;

// A number whose first byte says how long it is (RFC 8794 §4); `length` 0 where there is none.
struct Number {
  std::uint64_t value = 0;
  std::size_t length = 0;
  bool unknown = false;  // all ones: a size that nobody knew
};

Number number_at(std::string_view bytes, std::size_t at, bool keep_marker) {
  const std::uint8_t first = byte_at(bytes, at);
  const auto length = static_cast<std::size_t>(std::countl_zero(first)) + 1;
  if (length > 8 || at + length > bytes.size()) return {};
  std::uint64_t value = big_endian(bytes, at, length);
  const std::uint64_t marker = std::uint64_t{1} << (7 * length);
  if (!keep_marker) value &= marker - 1;
  return {.value = value, .length = length, .unknown = !keep_marker && value == marker - 1};
}

// The elements of one level; `use` answers whether to go on.
template <class Use>
void for_each_element(std::string_view bytes, Use use) {
  std::uint64_t at = 0;
  for (int i = 0; i < kMaxElements && at < bytes.size(); ++i) {
    const auto place = static_cast<std::size_t>(at);
    const Number id = number_at(bytes, place, true);
    if (id.length == 0 || id.length > 4) return;
    const Number size = number_at(bytes, place + id.length, false);
    if (size.length == 0) return;
    const std::uint64_t begin = at + id.length + size.length;
    const std::uint64_t length = size.unknown ? bytes.size() : size.value;
    if (!use(id.value, part(bytes, begin, length))) return;
    at = begin + length;  // below 2^60: no number is greater than 2^56
  }
}

double float_of(std::string_view bytes) {
  if (bytes.size() == 4)
    return static_cast<double>(std::bit_cast<float>(static_cast<std::uint32_t>(big_endian(bytes, 0, 4))));
  return bytes.size() == 8 ? std::bit_cast<double>(big_endian(bytes, 0, 8)) : 0;
}

void read_info(std::string_view info, Media& media) {
  double scale = 1'000'000;  // nanoseconds
  double duration = 0;
  for_each_element(info, [&](std::uint64_t id, std::string_view content) {
    if (id == kTimestampScale && content.size() <= 8)
      scale = static_cast<double>(big_endian(content, 0, content.size()));
    if (id == kDuration) duration = float_of(content);
    return true;
  });
  if (duration > 0) media.seconds = duration * scale / 1e9;
}

void read_tracks(std::string_view tracks, Media& media) {
  for_each_element(tracks, [&](std::uint64_t id, std::string_view entry) {
    if (id != kTrackEntry) return true;
    for_each_element(entry, [&](std::uint64_t inner, std::string_view content) {
      if (inner != kTrackType || content.size() > 8) return true;
      const std::uint64_t type = big_endian(content, 0, content.size());
      media.has_audio = media.has_audio || type == kAudio;
      media.has_video = media.has_video || type == kVideo;
      return false;
    });
    return true;
  });
}

}  // namespace

std::optional<Media> read_matroska(const File& file) {
  if (big_endian(file.bytes, 0, 4) != kHeader) return std::nullopt;
  Media media;
  for_each_element(file.bytes, [&](std::uint64_t id, std::string_view content) {
    if (id != kSegment) return true;
    for_each_element(content, [&](std::uint64_t inner, std::string_view part_of_it) {
      if (inner == kInfo) read_info(part_of_it, media);
      if (inner == kTracks) read_tracks(part_of_it, media);
      return inner != kCluster;
    });
    return false;
  });
  return media;
}

}  // namespace veedor::media
