// How long media play and what is in them, of small files made here; and that no bytes are read beyond what
// is there.
#include "scanner/media/media.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include "tests/media/files.h"

namespace veedor::media {
namespace {

using namespace veedor::testing;

std::optional<Media> read_whole(const std::string& file) { return read(file, file.size()); }

void expect_sound(const std::optional<Media>& media, double seconds) {
  ASSERT_TRUE(media.has_value());
  ASSERT_TRUE(media->seconds.has_value());
  EXPECT_NEAR(*media->seconds, seconds, 0.01);
  EXPECT_TRUE(media->has_audio);
  EXPECT_FALSE(media->has_video);
}

TEST(Media, WavPlaysItsDataAtItsRate) {
  expect_sound(read_whole(wav(3)), 3);
  const std::string file = wav(5);
  expect_sound(read(file.substr(0, 100), file.size()), 5);
}

TEST(Media, AWavOfUnknownLengthPlaysToItsEnd) {
  std::string file = wav(2);
  file.replace(40, 4, little(0xFFFF'FFFF, 4));
  expect_sound(read_whole(file), 2);
  EXPECT_FALSE(read(file, std::nullopt)->seconds.has_value());
}

TEST(Media, Mp3OfOneRateIsReckonedFromTheLength) {
  std::string file;
  for (int i = 0; i < 100; ++i) file += mp3_frame();
  const double seconds = 100 * 1152.0 / 44100;
  expect_sound(read_whole(file), seconds);
  expect_sound(read(file.substr(0, 5000), file.size()), seconds);
  EXPECT_FALSE(read(file.substr(0, 5000), std::nullopt)->seconds.has_value());
}

TEST(Media, Mp3TagsAreSkipped) {
  const std::string tag = std::string("ID3\x03\x00\x00\x00\x00\x01\x00", 10) + std::string(128, '\xFF');
  std::string file = tag;
  for (int i = 0; i < 10; ++i) file += mp3_frame();
  expect_sound(read_whole(file), 10 * 1152.0 / 44100);
  const auto picture_only = read(tag.substr(0, 50), 1'000'000);
  ASSERT_TRUE(picture_only.has_value());
  EXPECT_TRUE(picture_only->has_audio);
  EXPECT_FALSE(picture_only->seconds.has_value());
}

TEST(Media, Mp3MaySayHowManyFramesItHas) {
  const std::string info = std::string(32, '\0') + "Xing" + big(1, 4) + big(2000, 4);
  std::string file = mp3_frame(info);
  for (int i = 0; i < 5; ++i) file += mp3_frame();
  expect_sound(read(file, std::nullopt), 2000 * 1152.0 / 44100);
}

TEST(Media, AacFramesAreCounted) {
  std::string frame("\xFF\xF1\x50\x80\x0C\x9F\xFC", 7);  // 44.1 kHz, 100 bytes
  frame.resize(100, '\0');
  std::string file;
  for (int i = 0; i < 50; ++i) file += frame;
  expect_sound(read_whole(file), 50 * 1024.0 / 44100);
}

TEST(Media, FlacSaysItsSamples) {
  const std::string rate_and_samples = big(44100ULL << 44U | 1ULL << 41U | 15ULL << 36U | 441'000ULL, 8);
  const std::string file =
      "fLaC" + big(0, 1) + big(34, 3) + std::string(10, '\0') + rate_and_samples + std::string(16, '\0');
  expect_sound(read(file, std::nullopt), 10);
}

TEST(Media, OggEndsWithItsLength) {
  const std::string vorbis =
      std::string("\x01vorbis", 7) + little(0, 4) + "\x02" + little(48000, 4) + std::string(14, '\0');
  const std::string file = ogg_page(2, 0, vorbis) + ogg_page(0, 48000, "x") + ogg_page(4, 96000, "y");
  expect_sound(read_whole(file), 2);
  EXPECT_FALSE(read(file, file.size() + 1000)->seconds.has_value());
  const std::string opus =
      "OpusHead" + std::string("\x01\x02", 2) + little(312, 2) + little(48000, 4) + std::string(3, '\0');
  expect_sound(read_whole(ogg_page(2, 0, opus) + ogg_page(4, 48312, "y")), 1);
  const auto film = read_whole(ogg_page(2, 0, "\x80theora"));
  EXPECT_TRUE(film->has_video);
  EXPECT_FALSE(film->has_audio);
}

TEST(Media, Mp4HasAMovieBoxBeforeOrBehindItsData) {
  const std::string movie = box("moov", movie_header(1000, 4500) + track("vide") + track("soun"));
  const std::string data = box("mdat", std::string(500, 'x'));
  for (const std::string& file : {file_type() + movie + data, file_type() + data + movie}) {
    const auto media = read_whole(file);
    ASSERT_TRUE(media.has_value());
    EXPECT_DOUBLE_EQ(media->seconds.value_or(0), 4.5);
    EXPECT_TRUE(media->has_audio);
    EXPECT_TRUE(media->has_video);
  }
  const auto beginning = read(file_type() + data.substr(0, 100), 10'000);
  ASSERT_TRUE(beginning.has_value());
  EXPECT_FALSE(beginning->seconds.has_value());
  EXPECT_FALSE(beginning->has_audio);
}

TEST(Media, SilentFilmsHaveNoSound) {
  const auto media = read_whole(file_type() + box("moov", movie_header(600, 6000) + track("vide")));
  EXPECT_FALSE(media->has_audio);
  EXPECT_TRUE(media->has_video);
  EXPECT_DOUBLE_EQ(media->seconds.value_or(0), 10);
}

TEST(Media, FilmsInFragmentsMaySayTheirLength) {
  const std::string extends = box("mvex", box("mehd", big(0, 4) + big(5000, 4)));
  const auto media = read_whole(file_type() + box("moov", movie_header(1000, 0) + track("soun") + extends));
  EXPECT_DOUBLE_EQ(media->seconds.value_or(0), 5);
}

std::string webm(const std::string& inside) {
  return element(0x1A45DFA3, 4, "x") + big(0x18538067, 4) + "\x01\xFF\xFF\xFF\xFF\xFF\xFF\xFF" + inside;
}

TEST(Media, WebmHasItsLengthInMilliseconds) {
  const std::string info =
      element(0x1549A966, 4,
              element(0x2AD7B1, 3, big(1'000'000, 3)) + element(0x4489, 2, big(0x40B3880000000000, 8)));
  const std::string tracks =
      element(0x1654AE6B, 4,
              element(0xAE, 1, element(0x83, 1, big(1, 1))) + element(0xAE, 1, element(0x83, 1, big(2, 1))));
  const auto media = read(webm(info + tracks + element(0x1F43B675, 4, "data")), std::nullopt);
  ASSERT_TRUE(media.has_value());
  EXPECT_DOUBLE_EQ(media->seconds.value_or(0), 5);
  EXPECT_TRUE(media->has_audio);
  EXPECT_TRUE(media->has_video);
}

TEST(Media, OthersAreUnknown) {
  EXPECT_FALSE(read_whole("").has_value());
  EXPECT_FALSE(read_whole("<!doctype html><title>x</title>").has_value());
  EXPECT_FALSE(read_whole("\x89PNG\r\n\x1A\n0000IHDR").has_value());
  EXPECT_FALSE(read_whole(std::string(1000, '\xFF')).has_value());
}

TEST(Media, NothingIsReadBeyondTheBytes) {
  const std::string movie = file_type() + box("moov", movie_header(1000, 4500) + track("soun"));
  for (const std::string& file : {wav(1).substr(0, 200), movie, mp3_frame() + mp3_frame() + mp3_frame(),
                                  ogg_page(2, 0, "OpusHead"), webm(element(0x1549A966, 4, "x"))}) {
    for (std::size_t length = 0; length <= file.size(); ++length) {
      const std::string cut = file.substr(0, length);
      static_cast<void>(read(cut, std::nullopt));
      static_cast<void>(read(cut, file.size()));
    }
  }
}

TEST(Media, ImpossibleLengthsAreNone) {
  const auto endless = read_whole(file_type() + box("moov", movie_header(1, 0xFFFF'FFFE) + track("soun")));
  EXPECT_FALSE(endless->seconds.has_value());
  const auto no_scale = read_whole(file_type() + box("moov", movie_header(0, 5) + track("soun")));
  EXPECT_FALSE(no_scale->seconds.has_value());
}

TEST(Media, ARecordingOfTheConformanceData) {
  const std::filesystem::path path =
      std::filesystem::path(VEEDOR_CONFORMANCE_DIR) / "act/test-assets/moon-audio/moon-speech.mp3";
  std::ifstream in(path, std::ios::binary);
  if (!in) GTEST_SKIP() << "no conformance data";
  const std::string file(std::istreambuf_iterator<char>(in), {});
  const auto media = read_whole(file);
  ASSERT_TRUE(media.has_value());
  EXPECT_NEAR(media->seconds.value_or(0), 27, 1.5);
  const auto beginning = read(std::string_view(file).substr(0, 256U << 10), file.size());
  EXPECT_NEAR(beginning->seconds.value_or(0), *media->seconds, 0.5);
}

}  // namespace
}  // namespace veedor::media
