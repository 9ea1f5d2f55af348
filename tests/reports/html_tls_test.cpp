// What the HTML report and the terminal summary tell of a host's encryption.
#include <gtest/gtest.h>

#include "reports/html/html_report.h"
#include "reports/json/json_tls_keys.h"
#include "reports/text/text_report.h"
#include "reports/tls_speech.h"
#include "sample.h"
#include "scanner/base/text.h"
#include "tls_sample.h"

namespace veedor::reports {
namespace {

std::string host_article(const Report& report) {
  const std::string text = write_html(report);
  const std::size_t start = text.find("<article class=\"host\"");
  if (start == std::string::npos) return "";
  return text.substr(start, text.find("</article>", start) - start);
}

// From the summary of a block to the end of it.
std::string block(const std::string& article, const std::string& title) {
  const std::size_t start = article.find("<summary>" + title);
  if (start == std::string::npos) return "";
  return article.substr(start, article.find("</details>", start) - start);
}

facts::Tls& tls_of(Report& report) { return report.sites.front().hosts.front().tls; }

TEST(HtmlTls, TellsTheGradeAndWhy) {
  const std::string article = host_article(sample::with_known_host());
  for (const char* expected :
       {"Encryption of www.example.org", "grade-F\" aria-hidden=\"true\">T<", "Grade T by the SSL Labs",
        "the grade would be F.", "The certificate has expired", "2026-11-20",
        "TLS_RSA_EXPORT_WITH_RC4_40_MD5", "of_the_future", "77 connections", "--tls-rate"}) {
    EXPECT_NE(article.find(expected), std::string::npos) << expected;
  }
}

TEST(HtmlTls, SuitesAreInTheServersOrderWithTheirFaults) {
  const std::string suites = block(host_article(sample::with_known_host()), "Versions and cipher suites");
  std::size_t last = 0;
  for (const char* suite : {"TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", "TLS_RSA_EXPORT_WITH_RC4_40_MD5",
                            "TLS_RSA_WITH_3DES_EDE_CBC_SHA", "0xFA1A"}) {
    const std::size_t at = suites.find(suite);
    ASSERT_NE(at, std::string::npos) << suite;
    EXPECT_GT(at, last) << suite;
    last = at;
  }
  for (const char* expected :
       {"6 suites, 3 of them weak", "export grade (broken in minutes), RC4 (broken), MD5",
        "64-bit blocks (SWEET32), no forward secrecy", "in no registry",
        "Cipher suites in TLS 1.2 on www.example.org, in the server&apos;s order", "ChaCha20 first"}) {
    EXPECT_NE(suites.find(expected), std::string::npos) << expected << "\n" << suites;
  }
}

TEST(HtmlTls, EachPartSaysWhatItIsAbout) {
  const std::string article = host_article(sample::with_known_host(Language::es));
  const std::vector<std::pair<std::string, std::vector<std::string>>> cases = {
      {"Intercambio de claves",
       {"X25519MLKEM768", "poscuántico", "secp192r1", "demasiado corto", "RFC 2409 group 1", "512",
        "rsa_pkcs1_sha1, 0xEEEE"}},
      {"Certificados",
       {"válido hasta el 2026-11-20", "RSA P-256", "RSA-SHA1", "example.org, 203.0.113.7", "revocado",
        "cadena incompleta", "1 en el certificado, 2 en la negociación", "203.0.113.8",
        "versiones, certificado", "que no envían el nombre del servidor", "http://ocsp.example.org/"}},
      {"Funciones", {"Compresión de TLS (DEFLATE)", "h2, http/1.1", "spdy/3", "16384", "no concluyente"}},
      {"Vulnerabilidades conocidas",
       {"2 probadas, vulnerable a 1", "vulnerable", "<span lang=\"en\">leaked 16384 bytes</span>", "ROBOT",
        "sin probar"}},
      {"Clientes que pueden conectarse", {"pueden los 1", "Android 4.4", "secp256r1"}},
      {"Configuraciones que recomienda Mozilla", {"no cumple ninguna", "TLS 1.2", "of_the_future"}},
      {"DNS", {"en example.org", "issue &quot;ca.example.net&quot;", "3 1 1 eeeee", "h3", "da fe"}},
  };
  for (const auto& [title, texts] : cases) {
    const std::string part = block(article, title);
    ASSERT_NE(part, "") << title;
    for (const std::string& text : texts)
      EXPECT_NE(part.find(text), std::string::npos) << title << ": " << text;
  }
}

TEST(HtmlTls, WhatCouldNotConnectComesFirst) {
  Report report = sample::with_known_host();
  std::vector<facts::ClientResult>& clients = tls_of(report).grade.clients;
  clients.push_back({.client = "Internet Explorer 6", .connects = facts::Connects::no});
  clients.push_back({.client = "A client of whom little is known"});
  const std::string part = block(host_article(report), "Clients that can connect");
  EXPECT_NE(part.find("1 of 3 cannot"), std::string::npos) << part;
  EXPECT_LT(part.find("Internet Explorer 6"), part.find("Android 4.4"));
  EXPECT_LT(part.find("Clients that cannot connect to"), part.find("Internet Explorer 6"));
  EXPECT_NE(part.find("of which it is unclear"), std::string::npos);
}

TEST(HtmlTls, ShowsOnlyWhatIsKnown) {
  Report report = sample::institution();
  const std::string article = host_article(report);
  EXPECT_NE(article.find("No grade: too little was seen"), std::string::npos);
  EXPECT_NE(block(article, "Certificates"), "");
  for (const char* absent :
       {"Key exchange", "Features", "Known vulnerabilities", "Clients", "Mozilla", "DNS", "no better"})
    EXPECT_EQ(article.find(absent), std::string::npos) << absent;
  tls_of(report).outcome = facts::Outcome::refused;
  EXPECT_EQ(host_article(report), "");
}

TEST(HtmlTls, EveryHostOfEverySiteHasItsArticle) {
  Report report = sample::with_known_host();
  report.sites.push_back(report.sites.front());
  facts::Host silent;
  silent.name = "silent.example.org";
  report.sites.front().hosts.insert(report.sites.front().hosts.begin(), silent);
  const std::string text = write_html(report);
  for (const char* id : {"tls-2", "tls-3"}) {
    EXPECT_NE(text.find("id=\"" + std::string(id) + "\""), std::string::npos) << id;
    EXPECT_NE(text.find("href=\"#" + std::string(id) + "\">T<"), std::string::npos) << id;
  }
  EXPECT_EQ(text.find("tls-1\""), std::string::npos);
}

TEST(TlsSpeech, EveryFeatureAndVulnerabilityHasAName) {
  for (Language language : {Language::en, Language::es}) {
    for (const auto& [key, member] : kFeatures) EXPECT_NE(feature_name(key, language), key);
    for (const auto& [key, member] : kTolerances) EXPECT_NE(feature_name(key, language), key);
    for (const char* key : {"alpn", "npn", "ticket_lifetime", "early_data_bytes"})
      EXPECT_NE(feature_name(key, language), key);
    EXPECT_FALSE(vulnerability_name(facts::Vulnerability::heartbleed, language).empty());
  }
  EXPECT_EQ(reason_text({.code = "tls1_0_offered", .cap = {}, .detail = {}}, Language::es),
            "Se ofrece TLS 1.0");
  EXPECT_EQ(reason_text({.code = "of\x1b_the_future", .cap = {}, .detail = {}}, Language::es),
            "of _the_future");
}

TEST(TlsSpeech, ReasonsOfOneCodeAreOneReason) {
  const std::vector<facts::GradeReason> reasons = merged({{"rc4_offered", "B", "TLS_RSA_WITH_RC4_128_SHA"},
                                                          {"tls1_0_offered", "B", ""},
                                                          {"rc4_offered", "B", "TLS_RSA_WITH_RC4_128_MD5"},
                                                          {"rc4_offered", "C", "TLS 1.2"},
                                                          {"tls1_0_offered", "B", "x"}});
  ASSERT_EQ(reasons.size(), 3U);
  EXPECT_EQ(reasons[0].detail, "TLS_RSA_WITH_RC4_128_SHA, TLS_RSA_WITH_RC4_128_MD5");
  EXPECT_EQ(reasons[1].detail, "x");
  EXPECT_EQ(reasons[2].cap, "C");
}

TEST(TextTls, OneLineAHostWithTheFirstReasons) {
  const std::string text = write_text(sample::with_known_host(), {.width = 160});
  EXPECT_NE(
      text.find("T    www.example.org · The certificate has expired · Export suites are offered, which are "
                "broken in minutes · 1 more reason, see -v\n"),
      std::string::npos)
      << text;
  EXPECT_EQ(text.find("Heartbleed"), std::string::npos);
  EXPECT_NE(write_text(sample::institution()).find("–    www.example.org · no grade\n"), std::string::npos);
}

TEST(TextTls, EverythingWhenVerbose) {
  Report report = sample::with_known_host(Language::es);
  tls_of(report).grade.clients.push_back({.client = "Java 6", .connects = facts::Connects::no});
  const std::string text = write_text(report, {.verbose = true, .width = 160});
  for (const char* expected :
       {"Nota T según la guía de SSL Labs",
        "- El certificado ha caducado (2026-11-20) · mejor nota posible, T",
        "TLS_RSA_EXPORT_WITH_RC4_40_MD5) · mejor nota posible, F", "of_the_future (1024)",
        "Vulnerable: Heartbleed", "No pueden conectarse: Java 6", "la nota real puede ser más baja"}) {
    EXPECT_NE(text.find(expected), std::string::npos) << expected << "\n" << text;
  }
}

TEST(TextTls, ManyHostsAreCounted) {
  Report report = sample::with_known_host();
  std::vector<facts::Host>& hosts = report.sites.front().hosts;
  hosts.assign(7, facts::Host(hosts.front()));
  EXPECT_NE(write_text(report).find("… and 2 more hosts, see -v"), std::string::npos);
  EXPECT_EQ(write_text(report, {.verbose = true}).find("more hosts"), std::string::npos);
  for (facts::Host& host : hosts) host.tls.outcome = facts::Outcome::refused;
  EXPECT_EQ(write_text(report).find("Encryption by host"), std::string::npos);
}

}  // namespace
}  // namespace veedor::reports
