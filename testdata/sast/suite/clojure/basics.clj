; ruleid: clojure-basics-argument, clojure-basics-callee
(audit 1 2)
; ruleid: clojure-basics-call
(audit 1 7)
; ruleid: clojure-basics-string
(audit "x")
; ruleid: clojure-basics-argument
(audit x 2)
; ruleid: clojure-basics-space, clojure-basics-name
(vault/load path)
; ruleid: clojure-basics-space
(other/load path)
; ok: clojure-basics-call, clojure-basics-argument, clojure-basics-callee, clojure-basics-string, clojure-basics-space, clojure-basics-name, clojure-basics-keyword, clojure-basics-number, clojure-basics-host, clojure-basics-method, clojure-basics-new, clojure-basics-quote, clojure-basics-deref
(load path)
; ruleid: clojure-basics-keyword, clojure-basics-number
{:secret 1000}
; ruleid: clojure-basics-host
(Digest/getInstance "MD5")
; ruleid: clojure-basics-method
(.exec runtime "ls")
; ruleid: clojure-basics-new
(File. path)
; ruleid: clojure-basics-quote
'(audit 1)
; ruleid: clojure-basics-deref
@state
; (audit 1 2)
#_(audit 1 7)
; ruleid: clojure-basics-call
^{:doc "x"} (audit 1 7)
