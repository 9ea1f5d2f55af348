#include "scanner/media/media.h"

#include <array>
#include <cmath>

#include "scanner/media/formats.h"

namespace veedor::media {
namespace {

constexpr double kMaxSeconds = 1e7;  // a hundred days: more is a mistake in the file

}  // namespace

std::optional<Media> read(std::string_view bytes, std::optional<std::uint64_t> total) {
  if (total && *total < bytes.size()) total = bytes.size();
  const File file{.bytes = bytes, .total = total};
  // The formats that say what they are come first; frames are guessed from a few bits.
  constexpr auto kReaders =
      std::to_array({read_wav, read_flac, read_ogg, read_mp4, read_matroska, read_frames});
  for (const auto& reader : kReaders) {
    std::optional<Media> media = reader(file);
    if (!media) continue;
    const bool credible = media->seconds && std::isfinite(*media->seconds) && *media->seconds > 0 &&
                          *media->seconds < kMaxSeconds;
    if (!credible) media->seconds.reset();
    return media;
  }
  return std::nullopt;
}

}  // namespace veedor::media
