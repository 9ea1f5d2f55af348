// Whether a cookie's name says that it stands for a signed-in person or a session.
#include "rules/support/session_cookie.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "scanner/base/text.h"

namespace veedor::rules {
namespace {

// Whole names, in lower case and reduced to letters and digits: "ASP.NET_SessionId" is "aspnetsessionid".
constexpr std::array<std::string_view, 34> kNames = {
    "accesstoken",  "aspnetcookies",  "aspxauth",      "authtoken",     "cakephp",     "cfid",
    "cftoken",      "cisession",      "connectsid",    "grailssession", "idtoken",     "jsessionid",
    "jwt",          "laravelsession", "moodlesession", "phpsessid",     "playsession", "racksession",
    "refreshtoken", "rememberme",     "remembertoken", "sailssid",      "sess",        "sesion",
    "sessid",       "session",        "sessionid",     "sid",           "symfony",     "aspnetsessionid",
    "usersession",  "fedauth",        "apisid",        "authsession"};
// What the names of some products begin with; a random part follows.
constexpr std::array<std::string_view, 7> kBeginnings = {
    "aspsessionid",       "moodlesession",     "wordpressloggedin", "wordpresssec",
    "aspnetcoreidentity", "aspnetcorecookies", "aspnetcoresession"};
// What other names end with; they count where the value looks like a secret.
constexpr std::array<std::string_view, 9> kEndings = {"session",   "sessionid",   "sessid",
                                                      "sesion",    "sesionid",    "auth",
                                                      "authtoken", "accesstoken", "sessiontoken"};
// Forgery tokens, load balancers and consent: scripts may read them, or nothing is lost with them.
constexpr std::array<std::string_view, 6> kOthers = {"csrf",    "xsrf",        "affinity",
                                                     "consent", "antiforgery", "lang"};

std::string reduced(std::string_view name) {
  std::string out;
  for (char c : name.substr(cookie_prefix(name).size())) {
    if (is_ascii_alnum(c)) out += ascii_lower(c);
  }
  return out;
}

bool is_hexadecimal(std::string_view text) {
  return std::ranges::all_of(
      text, [](char c) { return is_ascii_digit(c) || (ascii_lower(c) >= 'a' && ascii_lower(c) <= 'f'); });
}

// Joomla: the name is an MD5. Drupal: SESS or SSESS and a hash.
bool is_hashed_name(std::string_view name, std::string_view value) {
  if (name.size() == 32 && is_hexadecimal(name)) return value.size() >= 26;
  for (std::string_view prefix : {std::string_view("ssess"), std::string_view("sess")}) {
    if (name.starts_with(prefix) && name.size() >= prefix.size() + 32)
      return is_hexadecimal(name.substr(prefix.size()));
  }
  return false;
}

// Long, and neither a number nor a sentence.
bool looks_secret(std::string_view value) {
  constexpr std::size_t kShortest = 16;
  return value.size() >= kShortest && value.find(' ') == std::string_view::npos &&
         std::ranges::any_of(value, is_ascii_digit) && std::ranges::any_of(value, is_ascii_alpha);
}

std::size_t trailing_part(std::string_view name) {
  if (ascii_iequals(name.substr(0, 12), "aspsessionid") && name.size() > 12) return 12;
  std::size_t begin = name.size();
  while (begin > 0 && is_hexadecimal(name.substr(begin - 1, 1))) --begin;
  constexpr std::size_t kHash = 16;
  return name.size() - begin >= kHash ? begin : name.size();
}

}  // namespace

bool is_session_cookie(const SetCookie& cookie) {
  if (cookie.value.empty()) return false;
  const std::string name = reduced(cookie.name);
  const auto contained = [&](std::string_view part) { return name.find(part) != std::string::npos; };
  if (std::ranges::any_of(kOthers, contained)) return false;
  if (std::ranges::find(kNames, name) != kNames.end()) return true;
  if (std::ranges::any_of(kBeginnings, [&](std::string_view part) { return name.starts_with(part); }))
    return true;
  if (is_hashed_name(name, cookie.value)) return true;
  return looks_secret(cookie.value) &&
         std::ranges::any_of(kEndings, [&](std::string_view part) { return name.ends_with(part); });
}

std::string cookie_label(std::string_view name) {
  const std::size_t stable = trailing_part(name);
  std::string label = shorten(printable(name.substr(0, stable)), 60);
  if (stable < name.size()) label += '*';
  return label;
}

}  // namespace veedor::rules
