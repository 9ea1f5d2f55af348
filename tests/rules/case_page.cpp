// ```html and ```http blocks.
#include <charconv>
#include <string>
#include <utility>

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
  return facts::Page(std::move(response), *std::move(document), std::move(decoded.encoding));
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
