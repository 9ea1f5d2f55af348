// The institution on loopback, asked by a real client: every page of both states, over HTTP and HTTPS.
#include "demo/server.h"

#include <chrono>
#include <memory>
#include <string>

#include <gtest/gtest.h>
#include <httplib.h>
#include <openssl/pem.h>

#include "demo/site.h"

namespace veedor::demo {
namespace {

Time today() { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); }

std::unique_ptr<Server> serve(State state) {
  Result<std::unique_ptr<Server>> server = Server::start({.state = state, .now = today()});
  EXPECT_TRUE(server.ok()) << (server.ok() ? "" : server.error().message);
  return server.ok() ? *std::move(server) : nullptr;
}

// A store with the throw-away authority in it; the client takes it over.
X509_STORE* store_of(const std::string& pem) {
  BIO* bio = BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size()));
  X509* certificate = PEM_read_bio_X509(bio, nullptr, nullptr, nullptr);
  X509_STORE* store = X509_STORE_new();
  X509_STORE_add_cert(store, certificate);
  X509_free(certificate);
  BIO_free(bio);
  return store;
}

std::unique_ptr<httplib::SSLClient> https_client(const Server& server, bool verify) {
  auto client = std::make_unique<httplib::SSLClient>("localhost", server.https_port());
  client->set_address_family(AF_INET);
  client->enable_server_certificate_verification(verify);
  if (verify) client->set_ca_cert_store(store_of(server.ca_pem()));
  // The client's own floor must not hide what `before` accepts.
  SSL_CTX_set_security_level(client->ssl_context(), 0);
  return client;
}

int security_level_0_handshake(const Server& server, int version) {
  auto client = https_client(server, false);
  SSL_CTX_set_min_proto_version(client->ssl_context(), version);
  SSL_CTX_set_max_proto_version(client->ssl_context(), version);
  SSL_CTX_set_cipher_list(client->ssl_context(), "ALL:@SECLEVEL=0");
  const auto answer = client->Get("/");
  return answer ? answer->status : 0;
}

TEST(DemoServer, BeforeServesEveryPageOverHttpAndHttps) {
  const auto server = serve(State::before);
  ASSERT_TRUE(server);
  httplib::Client http("127.0.0.1", server->http_port());
  const auto https = https_client(*server, false);
  const Pages pages(State::before);
  for (const std::string& path : pages.addresses()) {
    for (const auto& answer : {http.Get(path), https->Get(path)}) {
      ASSERT_TRUE(answer) << path << " " << to_string(answer.error());
      EXPECT_EQ(answer->status, 200) << path;
      EXPECT_EQ(answer->get_header_value("Content-Type"), "text/html; charset=utf-8");
      EXPECT_EQ(answer->get_header_value("Server"), "Apache/2.2.34");
      EXPECT_EQ(answer->get_header_value("X-Powered-By"), "PHP/7.2.5");
      EXPECT_FALSE(answer->has_header("X-Content-Type-Options"));
      EXPECT_EQ(answer->body.find("@HTTP_ORIGIN@"), std::string::npos);
    }
  }
}

TEST(DemoServer, AfterServesEveryPageWithATrustedCertificate) {
  const auto server = serve(State::after);
  ASSERT_TRUE(server);
  const auto https = https_client(*server, true);
  const Pages pages(State::after);
  for (const std::string& path : pages.addresses()) {
    const auto answer = https->Get(path);
    ASSERT_TRUE(answer) << path << " " << to_string(answer.error());
    EXPECT_EQ(answer->status, 200) << path;
    EXPECT_EQ(answer->get_header_value("Strict-Transport-Security"), "max-age=63072000; includeSubDomains");
    EXPECT_EQ(answer->get_header_value("X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(answer->get_header_value("X-Frame-Options"), "DENY");
    EXPECT_EQ(answer->get_header_value("Content-Security-Policy").find("unsafe"), std::string::npos);
    EXPECT_FALSE(answer->has_header("Server"));
    EXPECT_FALSE(answer->has_header("X-Powered-By"));
  }
}

TEST(DemoServer, AfterSendsHttpToHttps) {
  const auto server = serve(State::after);
  ASSERT_TRUE(server);
  httplib::Client http("127.0.0.1", server->http_port());
  const std::string origin = "https://127.0.0.1:" + std::to_string(server->https_port());
  const auto answer = http.Get("/consulta/?a=b");
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->status, 301);
  EXPECT_EQ(answer->get_header_value("Location"), origin + "/consulta/?a=b");
  EXPECT_FALSE(answer->has_header("Strict-Transport-Security"));
  const auto elsewhere = http.Get("/", {{"Host", "evil.example"}});
  ASSERT_TRUE(elsewhere);
  EXPECT_EQ(elsewhere->get_header_value("Location"), origin + "/");
}

TEST(DemoServer, OnlyBeforeAcceptsOldTls) {
  const auto before = serve(State::before);
  const auto after = serve(State::after);
  ASSERT_TRUE(before && after);
  for (int version : {TLS1_VERSION, TLS1_1_VERSION}) {
    EXPECT_EQ(security_level_0_handshake(*before, version), 200) << version;
    EXPECT_EQ(security_level_0_handshake(*after, version), 0) << version;
  }
  for (int version : {TLS1_2_VERSION, TLS1_3_VERSION}) {
    EXPECT_EQ(security_level_0_handshake(*before, version), 200) << version;
    EXPECT_EQ(security_level_0_handshake(*after, version), 200) << version;
  }
}

TEST(DemoServer, BeforeIsNotTrusted) {
  const auto server = serve(State::before);
  ASSERT_TRUE(server);
  EXPECT_FALSE(https_client(*server, true)->Get("/"));
}

TEST(DemoServer, AnswersHeadFormsErrorsAndRevalidation) {
  const auto server = serve(State::after);
  ASSERT_TRUE(server);
  const auto https = https_client(*server, true);
  const auto head = https->Head("/exterior/");
  ASSERT_TRUE(head);
  EXPECT_EQ(head->status, 200);
  EXPECT_TRUE(head->body.empty());

  const auto sent = https->Post("/contacto/", httplib::Params{{"mensaje", "zzsecretzz"}});
  ASSERT_TRUE(sent);
  EXPECT_EQ(sent->status, 200);
  EXPECT_EQ(sent->body.find("zzsecretzz"), std::string::npos);

  const auto refused = https->Post("/", httplib::Params{});
  ASSERT_TRUE(refused);
  EXPECT_EQ(refused->status, 405);

  const auto missing = https->Get("/no-existe");
  ASSERT_TRUE(missing);
  EXPECT_EQ(missing->status, 404);
  EXPECT_NE(missing->body.find("No encontramos"), std::string::npos);
  EXPECT_EQ(missing->get_header_value("X-Content-Type-Options"), "nosniff");

  const auto again = https->Get("/exterior/", {{"If-None-Match", head->get_header_value("ETag")}});
  ASSERT_TRUE(again);
  EXPECT_EQ(again->status, 304);

  const auto slash = https->Get("/consulta");
  ASSERT_TRUE(slash);
  EXPECT_EQ(slash->status, 301);
}

TEST(DemoServer, AfterHasRobotsSitemapAndSecurityTxt) {
  const Site site(State::after, 8080, 8443, today());
  const auto get = [&site](std::string_view path) {
    return site.answer({.target = path, .https = true}).body;
  };
  EXPECT_NE(get("/robots.txt").find("Sitemap: https://127.0.0.1:8443/sitemap.xml"), std::string::npos);
  for (const std::string& path : site.pages().addresses()) {
    EXPECT_NE(get("/sitemap.xml").find("<loc>https://127.0.0.1:8443" + path + "</loc>"), std::string::npos)
        << path;
  }
  EXPECT_EQ(get("/sitemap.xml").find("404"), std::string::npos);
  EXPECT_NE(get("/.well-known/security.txt").find("Expires: "), std::string::npos);
  EXPECT_EQ(Site(State::before, 80, 443, today()).answer({.target = "/.well-known/security.txt"}).status,
            404);
}

TEST(DemoServer, CookiesAreGuardedOnlyAfter) {
  const auto cookie = [](State state) {
    const Answer answer = Site(state, 8080, 8443, today()).answer({.target = "/", .https = true});
    for (const auto& [name, value] : answer.headers) {
      if (name == "Set-Cookie") return value;
    }
    return std::string();
  };
  EXPECT_TRUE(cookie(State::before).ends_with("; Path=/"));
  EXPECT_TRUE(cookie(State::after).ends_with("; Path=/; Secure; HttpOnly; SameSite=Lax"));
}

TEST(DemoServer, BeforeSendsFormsWithoutEncryption) {
  const Site site(State::before, 8080, 8443, today());
  EXPECT_NE(site.answer({.target = "/consulta/", .https = true})
                .body.find("action=\"http://127.0.0.1:8080/consulta/\""),
            std::string::npos);
}

TEST(DemoServer, StopsAndFreesItsPorts) {
  const auto server = serve(State::after);
  ASSERT_TRUE(server);
  const ServerOptions same{.state = State::after,
                           .http_port = server->http_port(),
                           .https_port = server->https_port(),
                           .now = today()};
  EXPECT_FALSE(Server::start(same).ok());
  server->stop();
  server->stop();
  EXPECT_TRUE(Server::start(same).ok());
}

}  // namespace
}  // namespace veedor::demo
