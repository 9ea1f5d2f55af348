// What is shown of a host's TLS service, part by part. A part of which nothing is known is empty.
#pragma once

#include "reports/html/blocks.h"
#include "reports/tls_speech.h"

namespace veedor::reports {

Block suites_block(const facts::Host& host, Language language);
Block keys_block(const facts::Host& host, Language language);
Block certificates_block(const facts::Host& host, Language language);
Block features_block(const facts::Host& host, Language language);
Block vulnerabilities_block(const facts::Host& host, Language language);
Block clients_block(const facts::Host& host, Language language);
Block profiles_block(const facts::Host& host, Language language);
Block dns_block(const facts::Host& host, Language language);

// Of a table about a host: its caption, and columns of the words; those in `numbers` hold numbers.
Table table_of(TlsWord caption, const facts::Host& host, std::initializer_list<TlsWord> columns,
               Language language, std::initializer_list<TlsWord> numbers = {});
Cell support_cell(facts::Support support, Language language);
Cell yes_or_no(bool value, Language language);
std::string shown_host(const facts::Host& host);

// Articles of the hosts whose TLS service was seen, for host.mustache, in the order of the report.
View tls_hosts_view(const Report& report);
// The id of a host's article by its place among all hosts: "tls-1".
std::string tls_host_id(std::size_t place);
// The class of a letter's colour: "A" to "F"; "" for no letter.
std::string letter_class(std::string_view letter);

}  // namespace veedor::reports
