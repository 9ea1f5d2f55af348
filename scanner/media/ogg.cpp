// Ogg (RFC 3533) with Vorbis, Opus (RFC 7845), Speex, FLAC or Theora. The last page says how long it plays,
// so the file must be whole.
#include <string_view>

#include "scanner/media/bytes.h"
#include "scanner/media/formats.h"

namespace veedor::media {
namespace {

constexpr std::size_t kPageHeader = 27;
constexpr double kOpusRate = 48000;

struct Stream {
  std::uint64_t serial = 0;
  double rate = 0;           // samples a second; 0: unknown
  std::uint64_t before = 0;  // samples that are not played
  std::uint64_t last = 0;    // granule position
};

bool is_audio(std::string_view packet) {
  return packet.starts_with("\x01vorbis") || packet.starts_with("OpusHead") ||
         packet.starts_with("Speex   ") ||
         packet.starts_with(
             "\x7F"
             "FLAC");
}

Stream stream_of(std::string_view packet, std::uint64_t serial) {
  if (packet.starts_with("OpusHead"))
    return {.serial = serial, .rate = kOpusRate, .before = little_endian(packet, 10, 2)};
  if (packet.starts_with("\x01vorbis"))
    return {.serial = serial, .rate = static_cast<double>(little_endian(packet, 12, 4))};
  return {.serial = serial};
}

}  // namespace

std::optional<Media> read_ogg(const File& file) {
  const std::string_view bytes = file.bytes;
  if (!bytes.starts_with("OggS")) return std::nullopt;
  constexpr std::uint64_t kNoPacketEnds = ~std::uint64_t{0};
  constexpr unsigned kFirstPage = 2;
  Media media;
  Stream sound;
  for (std::size_t at = 0; is_at(bytes, at, "OggS") && at + kPageHeader <= bytes.size();) {
    const std::size_t segments = byte_at(bytes, at + 26);
    std::size_t length = kPageHeader + segments;
    for (std::size_t i = 0; i < segments; ++i) length += byte_at(bytes, at + kPageHeader + i);
    const std::uint64_t serial = little_endian(bytes, at + 14, 4);
    const std::string_view packet = part(bytes, at + kPageHeader + segments, length);
    if ((byte_at(bytes, at + 5) & kFirstPage) != 0) {
      media.has_video = media.has_video || packet.starts_with("\x80theora");
      if (is_audio(packet) && !media.has_audio) {
        media.has_audio = true;
        sound = stream_of(packet, serial);
      }
    }
    const std::uint64_t granule = little_endian(bytes, at + 6, 8);
    if (media.has_audio && serial == sound.serial && granule != kNoPacketEnds) sound.last = granule;
    at += length;
  }
  if (file.whole() && sound.rate > 0 && sound.last > sound.before)
    media.seconds = static_cast<double>(sound.last - sound.before) / sound.rate;
  return media;
}

}  // namespace veedor::media
