// MP3 (ISO/IEC 11172-3, 13818-3) and AAC in ADTS (ISO/IEC 13818-7): frames one after another. How long they
// play is in the first frame (Xing, Info, VBRI) or follows from those that are there and the file's length.
#include <array>
#include <optional>
#include <string_view>

#include "scanner/media/bytes.h"
#include "scanner/media/formats.h"

namespace veedor::media {
namespace {

constexpr std::size_t kMaxSearch = 64U << 10;  // bytes looked through for the first frame
constexpr int kMaxTags = 8;
constexpr int kMinFrames =
    3;  // in a row, or all that the bytes hold: two sync words are soon found by chance

struct Frame {
  std::size_t length = 0;  // with its header
  double samples = 0;
  double rate = 0;
  bool version_1 = false;
  bool mono = false;
  bool layer_3 = false;
  double seconds() const { return samples / rate; }
};

// kbit a second by version 1 or 2, layer 1 to 3.
constexpr std::array<std::array<std::array<int, 15>, 3>, 2> kBitRates = {{
    {{{0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448},
      {0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384},
      {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320}}},
    {{{0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256},
      {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160},
      {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160}}},
}};
constexpr std::array<int, 3> kMp3Rates = {44100, 48000, 32000};
constexpr std::array<int, 13> kAacRates = {96000, 88200, 64000, 48000, 44100, 32000, 24000,
                                           22050, 16000, 12000, 11025, 8000,  7350};

std::optional<Frame> mp3_frame(std::string_view bytes, std::size_t at) {
  const auto header = static_cast<std::uint32_t>(big_endian(bytes, at, 4));
  if (at + 4 > bytes.size() || (header >> 21U) != 0x7FF) return std::nullopt;
  const unsigned version = header >> 19U & 3U;  // 3: 1, 2: 2, 0: 2.5
  const unsigned layer = 4 - (header >> 17U & 3U);
  const unsigned bit_rate = header >> 12U & 15U;
  const unsigned rate = header >> 10U & 3U;
  if (version == 1 || layer == 4 || bit_rate == 0 || bit_rate == 15 || rate == 3) return std::nullopt;
  Frame frame{.version_1 = version == 3, .mono = (header >> 6U & 3U) == 3, .layer_3 = layer == 3};
  const int divisor = version == 3 ? 1 : version == 2 ? 2 : 4;
  const int hertz = kMp3Rates[rate] / divisor;
  const int kilobits = kBitRates[frame.version_1 ? 0 : 1][layer - 1][bit_rate];
  const int padding = static_cast<int>(header >> 9U & 1U);
  const int samples = layer == 1 ? 384 : layer == 3 && !frame.version_1 ? 576 : 1152;
  const int length = layer == 1 ? (12 * kilobits * 1000 / hertz + padding) * 4
                                : samples / 8 * kilobits * 1000 / hertz + padding;
  frame.rate = hertz;
  frame.samples = samples;
  frame.length = static_cast<std::size_t>(length);
  return frame;
}

std::optional<Frame> aac_frame(std::string_view bytes, std::size_t at) {
  if (at + 7 > bytes.size() || (big_endian(bytes, at, 2) & 0xFFF6) != 0xFFF0) return std::nullopt;
  const unsigned rate = byte_at(bytes, at + 2) >> 2U & 15U;
  const auto length = static_cast<std::size_t>(big_endian(bytes, at + 3, 3) >> 5U & 0x1FFF);
  if (rate >= kAacRates.size() || length < 7) return std::nullopt;
  return Frame{.length = length, .samples = 1024, .rate = static_cast<double>(kAacRates[rate])};
}

using ReadFrame = std::optional<Frame> (*)(std::string_view, std::size_t);

// Behind the tags that stand before the sound (ID3v2 §3.1); beyond the end where one is longer than the
// bytes.
std::uint64_t behind_tags(std::string_view bytes) {
  std::uint64_t at = 0;
  for (int i = 0; i < kMaxTags && at + 10 <= bytes.size(); ++i) {
    const auto place = static_cast<std::size_t>(at);
    if (!is_at(bytes, place, "ID3")) break;
    std::uint64_t size = 0;
    for (std::size_t j = 6; j < 10; ++j) size = size << 7U | (byte_at(bytes, place + j) & 0x7FU);
    const bool footer = (byte_at(bytes, place + 5) & 0x10U) != 0;
    at += 10 + size + (footer ? 10 : 0);
  }
  return at;
}

bool begins_at(std::string_view bytes, std::size_t at, ReadFrame read_frame) {
  for (int i = 0; i < kMinFrames; ++i) {
    const std::optional<Frame> frame = read_frame(bytes, at);
    if (!frame) return i > 0 && at >= bytes.size();
    at += frame->length;
  }
  return true;
}

// Of all frames where the first one says how many there are.
std::optional<double> announced_seconds(std::string_view bytes, std::size_t at, const Frame& frame) {
  if (!frame.layer_3) return std::nullopt;
  const std::size_t side = frame.version_1 ? (frame.mono ? 17 : 32) : (frame.mono ? 9 : 17);
  const std::size_t tag = at + 4 + side;
  std::uint64_t frames = 0;
  if (is_at(bytes, tag, "Xing") || is_at(bytes, tag, "Info")) {
    constexpr unsigned kHasFrames = 1;
    if ((big_endian(bytes, tag + 4, 4) & kHasFrames) != 0) frames = big_endian(bytes, tag + 8, 4);
  } else if (is_at(bytes, at + 36, "VBRI")) {
    frames = big_endian(bytes, at + 36 + 14, 4);
  }
  if (frames == 0) return std::nullopt;
  return static_cast<double>(frames) * frame.seconds();
}

// Those that are there, and as much more as the file is longer.
std::optional<double> counted_seconds(const File& file, std::size_t begin, ReadFrame read_frame) {
  double seconds = 0;
  std::size_t at = begin;
  while (const std::optional<Frame> frame = read_frame(file.bytes, at)) {
    seconds += frame->seconds();
    at += frame->length;
  }
  if (file.whole()) return seconds;
  if (!file.total || at == begin) return std::nullopt;
  return seconds * static_cast<double>(*file.total - begin) / static_cast<double>(at - begin);
}

std::optional<Media> read_sound(const File& file, std::size_t from, ReadFrame read_frame) {
  for (std::size_t at = from; at < file.bytes.size() && at - from < kMaxSearch; ++at) {
    if (byte_at(file.bytes, at) != 0xFF || !begins_at(file.bytes, at, read_frame)) continue;
    Media media{.seconds = std::nullopt, .has_audio = true, .has_video = false};
    media.seconds = announced_seconds(file.bytes, at, *read_frame(file.bytes, at));
    if (!media.seconds) media.seconds = counted_seconds(file, at, read_frame);
    return media;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Media> read_frames(const File& file) {
  const std::uint64_t begin = behind_tags(file.bytes);
  // A tag with a picture that is longer than what was read: sound follows, but nothing is known of it.
  if (begin > 0 && begin >= file.bytes.size()) return Media{.seconds = std::nullopt, .has_audio = true};
  const auto from = static_cast<std::size_t>(begin);
  if (begin > 0 && is_at(file.bytes, from, "fLaC"))
    return read_flac({.bytes = file.bytes.substr(from), .total = std::nullopt});
  if (begin == 0 && !mp3_frame(file.bytes, 0) && !aac_frame(file.bytes, 0)) return std::nullopt;
  if (auto media = read_sound(file, from, mp3_frame)) return media;
  return read_sound(file, from, aac_frame);
}

}  // namespace veedor::media
