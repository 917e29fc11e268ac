<?php

// ruleid: php-insecure-tls-version
curl_setopt($ch, CURLOPT_SSLVERSION, CURL_SSLVERSION_SSLv3);
// ruleid: php-insecure-tls-version
curl_setopt($ch, CURLOPT_SSLVERSION, 3);
// ruleid: php-insecure-tls-version
curl_setopt_array($ch, [CURLOPT_SSLVERSION => CURL_SSLVERSION_TLSv1_0]);
// ruleid: php-insecure-tls-version
stream_socket_enable_crypto($socket, true, STREAM_CRYPTO_METHOD_SSLv3_CLIENT);
// ok: php-insecure-tls-version
curl_setopt($ch, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2);
// ok: php-insecure-tls-version
curl_setopt($ch, CURLOPT_TIMEOUT, 3);
// ok: php-insecure-tls-version
stream_socket_enable_crypto($socket, true, STREAM_CRYPTO_METHOD_TLSv1_3_CLIENT);
// ok: php-insecure-tls-version
stream_socket_enable_crypto($socket, false, STREAM_CRYPTO_METHOD_SSLv3_CLIENT);
