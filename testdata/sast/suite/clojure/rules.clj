; ok: clojure-rules-shell, clojure-rules-inside, clojure-rules-weak, clojure-rules-guarded, clojure-rules-focus, clojure-rules-either, clojure-rules-text
(sh/sh "ls" x)
; ruleid: clojure-rules-shell
(sh/sh "rm" x)
; ruleid: clojure-rules-shell
(shell/sh cmd)
; ruleid: clojure-rules-inside
(defn a [x] (audit x))
; ok: clojure-rules-shell, clojure-rules-inside, clojure-rules-weak, clojure-rules-guarded, clojure-rules-focus, clojure-rules-either, clojure-rules-text
(defn b [y] (audit x))
; ruleid: clojure-rules-weak
(Digest/getInstance "MD5")
; ruleid: clojure-rules-weak
(Digest/getInstance "SHA1")
; ok: clojure-rules-shell, clojure-rules-inside, clojure-rules-weak, clojure-rules-guarded, clojure-rules-focus, clojure-rules-either, clojure-rules-text
(Digest/getInstance "SHA-256")
; ruleid: clojure-rules-guarded
(read-string s)
; ok: clojure-rules-shell, clojure-rules-inside, clojure-rules-weak, clojure-rules-guarded, clojure-rules-focus, clojure-rules-either, clojure-rules-text
(binding [*read-eval* false] (read-string s))
; ruleid: clojure-rules-focus
(query db [(str "select " x) y])
; ok: clojure-rules-shell, clojure-rules-inside, clojure-rules-weak, clojure-rules-guarded, clojure-rules-focus, clojure-rules-either, clojure-rules-text
(query db ["select ?" y])
; ruleid: clojure-rules-either
(eval x)
; ruleid: clojure-rules-either
(load-string x)
; ruleid: clojure-rules-text
; TODO(security)
