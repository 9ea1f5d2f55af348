// WAV: RIFF chunks (Microsoft's "Multimedia Programming Interface and Data Specifications 1.0"; RF64: EBU
// Tech 3306). FLAC: the STREAMINFO block (RFC 9639 §8.2).
#include <algorithm>

#include "scanner/media/bytes.h"
#include "scanner/media/formats.h"

namespace veedor::media {

std::optional<Media> read_wav(const File& file) {
  const std::string_view bytes = file.bytes;
  const bool is_wav = (bytes.starts_with("RIFF") || bytes.starts_with("RF64")) && is_at(bytes, 8, "WAVE");
  if (!is_wav) return std::nullopt;
  Media media{.seconds = std::nullopt, .has_audio = true, .has_video = false};
  std::uint64_t bytes_per_second = 0;
  for (std::uint64_t at = 12; at + 8 <= bytes.size();) {
    const auto place = static_cast<std::size_t>(at);
    const std::uint64_t length = little_endian(bytes, place + 4, 4);
    const std::uint64_t begin = at + 8;
    if (is_at(bytes, place, "fmt ")) bytes_per_second = little_endian(bytes, place + 16, 4);
    if (is_at(bytes, place, "data")) {
      // A recorder that writes into a pipe does not know the length; RF64 has it elsewhere.
      const bool known = length > 0 && length < 0xFFFF'FFFF;
      const std::uint64_t there = file.total ? *file.total - std::min(*file.total, begin) : 0;
      const std::uint64_t played = !known ? there : file.total ? std::min(length, there) : length;
      if (bytes_per_second > 0 && played > 0)
        media.seconds = static_cast<double>(played) / static_cast<double>(bytes_per_second);
      break;
    }
    at = begin + length + length % 2;
  }
  return media;
}

std::optional<Media> read_flac(const File& file) {
  if (!file.bytes.starts_with("fLaC")) return std::nullopt;
  Media media{.seconds = std::nullopt, .has_audio = true, .has_video = false};
  const std::uint64_t rate = big_endian(file.bytes, 18, 3) >> 4U;               // 20 bits
  const std::uint64_t samples = big_endian(file.bytes, 21, 5) & 0xF'FFFF'FFFF;  // 36 bits
  if (rate > 0 && samples > 0) media.seconds = static_cast<double>(samples) / static_cast<double>(rate);
  return media;
}

}  // namespace veedor::media
