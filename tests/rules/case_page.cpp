// ```html and ```http blocks.
#include <charconv>
#include <memory>
#include <string>
#include <utility>

#include "scanner/base/text.h"
#include "scanner/facts/resource.h"
#include "scanner/html/encoding.h"
#include "tests/rules/case_facts.h"
#include "tests/rules/case_settings.h"

namespace veedor::rules::cases {
namespace {

// "HTTP/1.1 200 OK", header lines, an empty line, the body.
Result<facts::Response> read_answer(std::string_view text, facts::Response response) {
  const std::size_t end = text.find("\n\n");
  const std::string_view head = text.substr(0, end);
  if (end != std::string_view::npos) response.body = text.substr(end + 2);
  bool first = true;
  for (std::string_view line : split(head, '\n')) {
    if (first) {
      const auto words = split_whitespace(line);
      if (words.size() < 2 || !line.starts_with("HTTP/"))
        return Error{"no status line: " + std::string(line)};
      std::from_chars(words[1].data(), words[1].data() + words[1].size(), response.status);
      first = false;
      continue;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return Error{"no header: " + std::string(line)};
    response.headers.add(line.substr(0, colon), trim(line.substr(colon + 1)));
  }
  return response;
}

// "audio 5.2s", "video 5s silent": what is known of media, as their headers would tell it.
Result<facts::Media> media_of(const catalog::CaseResource& given) {
  facts::Media media;
  bool silent = false;
  for (std::string_view word : split_whitespace(given.text)) {
    double seconds = 0;
    const auto [end, problem] = std::from_chars(word.data(), word.data() + word.size(), seconds);
    if (problem == std::errc() && std::string_view(end, word.data() + word.size()) == "s") {
      media.seconds = seconds;
    } else if (word == "silent") {
      silent = true;
    } else {
      return Error{"of media, 'SECONDSs' and 'silent' can be said: " + std::string(word)};
    }
  }
  media.has_audio = !silent;
  media.has_video = given.kind == "video";
  return media;
}

Result<facts::Resource> resource_of(const catalog::CaseResource& given, const url::Url& url) {
  facts::Response answer;
  answer.requested = url;
  answer.final_url = url;
  answer.outcome = facts::Outcome::read;
  answer.status = 200;
  answer.body = given.text;
  if (given.kind == "gone") {
    answer.outcome = facts::Outcome::http_error;
    answer.status = 404;
    return facts::resource_of(answer, {});
  }
  const bool is_media = given.kind == "audio" || given.kind == "video";
  answer.headers.add("content-type", given.kind == "html"    ? "text/html; charset=utf-8"
                                     : given.kind == "audio" ? "audio/mpeg"
                                     : given.kind == "video" ? "video/mp4"
                                                             : std::string_view(given.kind));
  if (given.kind.find('/') == std::string::npos && given.kind != "html" && !is_media)
    return Error{"a resource is html, audio, video, gone or a media type: " + given.kind};
  facts::Resource resource = facts::resource_of(answer, {});
  if (is_media) {
    auto media = media_of(given);
    if (!media) return media.error();
    resource.media = *media;
  }
  return resource;
}

Result<facts::Resources> resources_of(const catalog::Case& test, const facts::Page& page) {
  facts::Resources resources;
  for (const catalog::CaseResource& given : test.resources) {
    const auto url = page.resolve(given.url);
    if (!url) return url.error();
    const url::Url plain = url->without_fragment();
    auto resource = resource_of(given, plain);
    if (!resource) return resource.error();
    resources.emplace(plain.href(), std::make_shared<const facts::Resource>(*std::move(resource)));
  }
  return resources;
}

}  // namespace

Result<facts::Page> page_of(const catalog::Case& test) {
  auto url = url::Url::parse(test.page);
  if (!url) return url.error();
  facts::Response response;
  response.requested = *url;
  response.final_url = *url;
  response.outcome = facts::Outcome::read;
  response.status = 200;
  response.http_version = "1.1";
  if (test.kind == "http") {
    auto answer = read_answer(test.text, std::move(response));
    if (!answer) return answer.error();
    response = *std::move(answer);
  } else {
    response.headers.add("content-type", "text/html; charset=utf-8");
    response.body = test.text;
  }
  html::Decoded decoded = html::decode(response.body, response.content_type());
  auto document = html::Document::parse(std::move(decoded.text));
  if (!document) return document.error();
  facts::Page page(std::move(response), *std::move(document), std::move(decoded.encoding));
  auto resources = resources_of(test, page);
  if (!resources) return resources.error();
  page.set_resources(*std::move(resources));
  return page;
}

Result<Subject> subject_of(const catalog::Case& test) {
  const auto widened = [](auto facts) -> Result<Subject> {
    if (!facts) return facts.error();
    return Subject(*std::move(facts));
  };
  if (test.kind == "host") return widened(host_of(test));
  if (test.kind == "site") return widened(site_of(test));
  return widened(page_of(test));
}

}  // namespace veedor::rules::cases
