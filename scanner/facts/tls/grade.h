// The grade of a TLS service after the SSL Labs rating guide (2009r), and how it came about.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace veedor::facts {

// Why the grade is no better. `code` is stable ("tls1_0_offered", "rsa_key_small", …); texts belong to
// reports.
struct GradeReason {
  std::string code;
  std::string cap;     // the best grade that it allows: "B", "T", "A-"
  std::string detail;  // "TLS_RSA_WITH_RC4_128_SHA", "1024"; "" where there is nothing to name
};

// Where the service goes beyond what a Mozilla profile allows, or lacks what it asks for.
struct ProfileGap {
  std::string code;    // "version_extra", "suite_extra", "suite_missing", "group_extra", …
  std::string detail;  // the version, suite, group or figure
};

enum class Connects : std::uint8_t { no, yes, unknown };

// Whether a known client could connect, computed from what both offer.
struct ClientResult {
  std::string client;  // "Android 4.4", "Firefox 49"
  int released = 0;    // the year; 0 where it is not known
  Connects connects = Connects::unknown;
  std::string version;  // "TLS 1.2"; "" where it does not connect
  std::string suite;
  std::string group;
  bool forward_secret = false;
};

struct TlsGrade {
  std::string
      letter;  // "A+", "A", "A-", "B" … "F", "T" untrusted, "M" wrong name; "" where it could not be made
  std::string if_trusted;  // the letter, trust and name apart
  int protocol = 0;        // 0 to 100
  int key_exchange = 0;
  int cipher = 0;
  int score = 0;
  bool partial = false;              // something was inconclusive that could lower it
  std::vector<GradeReason> reasons;  // those that decide first
  std::vector<ProfileGap> modern;    // Mozilla's guidelines 6.0; empty: it fits
  std::vector<ProfileGap> intermediate;
  std::vector<ClientResult> clients;
};

std::string_view name(Connects connects);

}  // namespace veedor::facts
