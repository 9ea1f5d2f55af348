// The cipher suites that a host offers, and what each is worth. SSL 2.0 is left out: what is wrong with it is
// the version itself, and tls/protocol-ssl2 says so.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "rules/rule.h"
#include "scanner/facts/host.h"
#include "scanner/facts/tls/suite.h"

namespace veedor::rules {

// The worst that is wrong with a suite, so that one suite is one finding, however many faults it has. MD5 as
// the MAC is none of its own: every suite that has it has a worse fault.
enum class SuiteFault : std::uint8_t {
  none,
  null,          // no encryption
  anonymous,     // no certificate
  export_grade,  // made weak by design: FREAK, LOGJAM
  weak,          // fewer than 112 bits: single DES
  rc4,           // RFC 7465
  small_block,   // blocks of 64 bits: SWEET32
};
SuiteFault fault_of(const facts::Suite& suite);

// The server's key pair decides all by itself, so that whoever gets it reads what was recorded before.
bool lacks_forward_secrecy(const facts::Suite& suite);
// What it promises holds, unlike that of suites that encrypt nothing or check nobody.
bool gives_forward_secrecy(const facts::Suite& suite);
bool gives_aead(const facts::Suite& suite);

// How good a suite is; the higher the better.
enum class SuiteRank : std::uint8_t { faulty, no_forward_secrecy, no_aead, good };
SuiteRank rank_of(const facts::Suite& suite);

// A suite as offered in one version. `suite` lives as long as the program.
struct SuiteUse {
  const facts::Suite* suite;
  facts::TlsVersion version;
};
using SuiteUses = std::vector<SuiteUse>;

// The suites offered in one version, in the order found; empty where none is known. Codes that are in no
// registry are left out.
SuiteUses suites_of(const facts::Tls& tls, facts::TlsVersion version);

// True if nothing more can be offered in that version: it is refused, or the search came to its end.
bool suites_known(const facts::Tls& tls, facts::TlsVersion version);

struct SuiteOffers {
  SuiteUses uses;         // newest version first
  bool complete = false;  // all versions answered, and no more suites can be there
  SuiteUses those(const std::function<bool(const SuiteUse&)>& wanted) const;
};
// Of SSL 3.0 to TLS 1.3. Empty where no suites were searched for, or nothing there speaks TLS.
SuiteOffers suite_offers(const facts::Tls& tls);

// "A, B, C, D, E (+3)": each name once, at most five of them. The same in every language.
std::string list_names(const std::vector<std::string_view>& names);
// The values {host}, {suites} and {versions} of a message; the versions oldest first.
Values suite_values(const facts::Host& host, const SuiteUses& uses);

// One verdict, "offered", where suites with that fault are there. Nothing where none was found but the search
// did not come to its end: tls/suite-search-incomplete says so once for all rules.
Verdicts judge_suites(const facts::Host& host, SuiteFault fault);

}  // namespace veedor::rules
