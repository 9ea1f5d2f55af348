// The header of a media file: whole, as the beginning of a longer one, and of unknown length.
#include "scanner/media/media.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using veedor::media::Media;
  const std::string bytes(data, data + size);
  for (const std::optional<std::uint64_t> total :
       {std::optional<std::uint64_t>(size), std::optional<std::uint64_t>(size * 10),
        std::optional<std::uint64_t>()}) {
    const std::optional<Media> media = veedor::media::read(bytes, total);
    if (media && media->seconds && !(*media->seconds > 0 && *media->seconds < 1e9)) std::abort();
  }
  return 0;
}
