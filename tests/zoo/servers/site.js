// node site.js PORT CHAIN KEY [NAME=VALUE …]: a page over HTTPS in any Node from 0.10 on, with these settings of tls.createServer.
var fs = require('fs');
var https = require('https');
var words = process.argv.slice(2);
var options = {cert: fs.readFileSync(words[1]), key: fs.readFileSync(words[2]), honorCipherOrder: true};
words.slice(3).forEach(function (word) {
  var at = word.indexOf('=');
  var name = word.slice(0, at), value = word.slice(at + 1);
  options[name] = name === 'dhparam' ? fs.readFileSync(value) : value;
});
if (options.ciphers) options.secureOptions = 0;  // the versions and suites that newer defaults leave out
https.createServer(options, function (request, response) {
  response.writeHead(200, {'Content-Type': 'text/html'});
  response.end('<!DOCTYPE html><html lang="en"><title>Council</title><h1>Council</h1></html>\n');
}).listen(Number(words[0]), '127.0.0.1');
