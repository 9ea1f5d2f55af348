// What the fictional institution answers, without any network: a pure function from a request to an answer.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "demo/http_message.h"
#include "demo/pages.h"
#include "scanner/base/time.h"

namespace veedor::demo {

class Site {
 public:
  Site(State state, std::uint16_t http_port, std::uint16_t https_port, Time now)
      : state_(state), pages_(state), http_port_(http_port), https_port_(https_port), now_(now) {}

  Answer answer(const Request& request) const;
  const Pages& pages() const { return pages_; }

 private:
  std::string origin(std::string_view scheme, std::string_view host_field) const;
  Answer file(const Request& request, std::string_view path) const;
  std::string robots(const Request& request) const;
  std::string sitemap(const Request& request) const;
  std::string security_txt(const Request& request) const;
  std::string filled(std::string_view content, const Request& request) const;
  void add_before_headers(Answer& answer, const Request& request, std::string_view path) const;
  void add_after_headers(Answer& answer, const Request& request, std::string_view path) const;

  State state_;
  Pages pages_;
  std::uint16_t http_port_;
  std::uint16_t https_port_;
  Time now_;
};

}  // namespace veedor::demo
