#include "demo/site.h"

#include <algorithm>
#include <array>
#include <random>

#include "scanner/base/hash.h"

namespace veedor::demo {
namespace {

constexpr std::string_view kHttpOrigin =
    "@HTTP_ORIGIN@";  // in the forms of before/: this server without encryption
constexpr std::array<std::string_view, 3> kForms{"/consulta/", "/contacto/", "/en/contact/"};

// A name that is ours, whatever the Host field says, so that no redirect leads elsewhere.
std::string_view own_name(std::string_view host_field) {
  for (std::string_view name : {"localhost", "127.0.0.1", "[::1]"}) {
    if (!host_field.starts_with(name)) continue;
    if (host_field.size() == name.size() || host_field[name.size()] == ':') return name;
  }
  return "127.0.0.1";
}

std::string random_token() {
  std::random_device device;
  std::string token;
  for (int i = 0; i < 4; ++i) token += hex(device(), 8);
  return token;
}

bool is_form(std::string_view path) { return std::ranges::find(kForms, path) != kForms.end(); }
bool has_cookie(std::string_view path) { return path == "/" || is_form(path); }
bool is_page(const Answer& answer) { return answer.content_type.starts_with("text/html"); }

}  // namespace

std::string Site::origin(std::string_view scheme, std::string_view host_field) const {
  const std::uint16_t port = scheme == "https" ? https_port_ : http_port_;
  std::string out = std::string(scheme) + "://" + std::string(own_name(host_field));
  return port == (scheme == "https" ? 443 : 80) ? out : out + ":" + std::to_string(port);
}

Answer Site::answer(const Request& request) const {
  const std::string_view path = request.target.substr(0, request.target.find_first_of("?#"));
  Answer answer;
  if (state_ == State::after && !request.https) {
    answer.status = 301;
    answer.headers.emplace_back("Location",
                                origin("https", request.host) +
                                    (request.target.starts_with('/') ? std::string(request.target) : "/"));
  } else if (request.method == "POST" && is_form(path)) {
    // What was written is not looked at.
    answer = file(request, path.starts_with("/en/") ? "/en/received.html" : "/recibido.html");
  } else if (request.method != "GET" && request.method != "HEAD") {
    answer.status = 405;
    answer.headers.emplace_back("Allow", is_form(path) ? "GET, HEAD, POST" : "GET, HEAD");
  } else {
    answer = file(request, path);
  }
  if (state_ == State::before) {
    add_before_headers(answer, request, path);
  } else {
    add_after_headers(answer, request, path);
  }
  return answer;
}

Answer Site::file(const Request& request, std::string_view path) const {
  Answer answer{.content_type = std::string(content_type(path))};
  if (path == "/robots.txt") {
    answer.body = robots(request);
  } else if (path == "/sitemap.xml") {
    answer.body = sitemap(request);
  } else if (path == "/.well-known/security.txt" && state_ == State::after) {
    answer.body = security_txt(request);
  } else if (const std::string_view content = pages_.find(path); !content.empty()) {
    answer.body = filled(content, request);
  } else if (!pages_.find(std::string(path) + "/").empty()) {
    answer.status = 301;
    answer.headers.emplace_back(
        "Location", origin(request.https ? "https" : "http", request.host) + std::string(path) + "/");
    return answer;
  } else {
    return {.status = 404,
            .content_type = "text/html; charset=utf-8",
            .body = std::string(pages_.find("/404.html"))};
  }

  const bool page = is_page(answer);
  const std::string etag = '"' + hex(fnv1a(answer.body)) + '"';
  answer.headers.emplace_back("Cache-Control", page && has_cookie(path) ? "no-store"
                                               : page                   ? "no-cache"
                                                                        : "public, max-age=3600");
  if (request.method == "POST" || (page && has_cookie(path))) return answer;
  answer.headers.emplace_back("ETag", etag);
  if (request.if_none_match == etag) {
    answer.status = 304;
    answer.body.clear();
  }
  return answer;
}

std::string Site::filled(std::string_view content, const Request& request) const {
  std::string out(content);
  const std::string value = origin("http", request.host);
  for (std::size_t at = out.find(kHttpOrigin); at != std::string::npos; at = out.find(kHttpOrigin, at)) {
    out.replace(at, kHttpOrigin.size(), value);
  }
  return out;
}

std::string Site::robots(const Request& request) const {
  return "User-agent: *\nAllow: /\n\nSitemap: " + origin(request.https ? "https" : "http", request.host) +
         "/sitemap.xml\n";
}

std::string Site::sitemap(const Request& request) const {
  const std::string base = origin(request.https ? "https" : "http", request.host);
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset "
      "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
  for (const std::string& path : pages_.addresses())
    out.append("  <url><loc>").append(base).append(path).append("</loc></url>\n");
  return out + "</urlset>\n";
}

// RFC 9116: Contact and Expires are required; Expires stays under a year.
std::string Site::security_txt(const Request& request) const {
  const std::string base = origin("https", request.host);
  return "Contact: mailto:seguridad@consejo-altamira.example\nContact: " + base +
         "/contacto/\nExpires: " + iso8601(now_ + std::chrono::days{180}) +
         "\nPreferred-Languages: es, en\nCanonical: " + base + "/.well-known/security.txt\n";
}

// The faults of area "headers" in faults.json, and the banners of "components".
void Site::add_before_headers(Answer& answer, const Request& request, std::string_view path) const {
  auto add = [&answer](const char* name, std::string value) {
    answer.headers.emplace_back(name, std::move(value));
  };
  add("Server", "Apache/2.2.34");
  add("X-Powered-By", "PHP/7.2.5");
  if (!is_page(answer)) return;
  if (request.https && path == "/en/") add("Strict-Transport-Security", "max-age=300");
  if (path == "/consulta/" || path == "/contacto/") add("Referrer-Policy", "unsafe-url");
  if (path == "/") add("Set-Cookie", "PHPSESSID=" + random_token() + "; Path=/");
  if (path == "/contacto/") add("Set-Cookie", "formulario=" + random_token() + "; Path=/; HttpOnly");
  // Pages that name scripts of other hosts: the policy is weak, and yet a browser with Internet will not load
  // them.
  if (answer.body.find("<script src=\"https://") != std::string::npos) {
    add("Content-Security-Policy",
        "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' "
        "'unsafe-inline'");
  }
}

void Site::add_after_headers(Answer& answer, const Request& request, std::string_view path) const {
  auto add = [&answer](const char* name, std::string value) {
    answer.headers.emplace_back(name, std::move(value));
  };
  if (request.https)
    add("Strict-Transport-Security", "max-age=63072000; includeSubDomains");  // RFC 6797 §7.2
  add("Content-Security-Policy",
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri "
      "'none'; "
      "frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'");
  add("X-Content-Type-Options", "nosniff");
  add("X-Frame-Options", "DENY");
  add("Referrer-Policy", "strict-origin-when-cross-origin");
  add("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
  add("Cross-Origin-Opener-Policy", "same-origin");
  add("Cross-Origin-Resource-Policy", "same-origin");
  if (request.https && is_page(answer) && has_cookie(path)) {
    add("Set-Cookie", "__Host-sesion=" + random_token() + "; Path=/; Secure; HttpOnly; SameSite=Lax");
  }
}

}  // namespace veedor::demo
