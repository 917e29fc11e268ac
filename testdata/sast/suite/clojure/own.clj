(ns app.core
  (:require [clojure.java.jdbc :as jdbc]))

(defn load-it [s]
  ; ruleid: clojure-own-read-string
  (read-string s))

(defn load-edn [s]
  ; ok: clojure-own-read-string
  (clojure.edn/read-string s))

(defn find-user [db name]
  ; ruleid: clojure-own-sql-str
  (jdbc/query db [(str "select * from u where n = '" name "'")])
  ; ruleid: clojure-own-sql-str
  (jdbc/execute! db [(str "delete from u where n = '" name "'") 1])
  ; ok: clojure-own-sql-str
  (jdbc/query db ["select * from u where n = ?" name]))

(defn page [x]
  ; ok: clojure-own-hiccup-raw
  [:div (hiccup.util/raw-string "&nbsp;")
   ; ruleid: clojure-own-hiccup-raw
   (hiccup.util/raw-string x)])

(defn hash1 [s]
  ; ruleid: clojure-own-sha1
  (.digest (MessageDigest/getInstance "SHA-1") (.getBytes s))
  ; ok: clojure-own-sha1
  (.digest (MessageDigest/getInstance "SHA-256") (.getBytes s)))

(defn fetch [url]
  ; ruleid: clojure-own-insecure-http
  (client/get url {:as :json :insecure? true}))

(defn read-file [dir path]
  ; ruleid: clojure-own-slurp-param
  (slurp path))

(defn read-config []
  ; ok: clojure-own-slurp-param
  (slurp "config.edn"))

(defn run-form [form]
  ; ruleid: clojure-own-eval
  (eval form))

(comment
  ; ok: clojure-own-eval
  (eval form))

(defn shell [cmd]
  ; ruleid: clojure-own-sh
  (sh "bash" "-c" cmd)
  ; ok: clojure-own-sh
  (sh "bash" "-c" "ls"))

(defn cookie [resp]
  ; ruleid: clojure-own-cookie
  (assoc-in resp [:cookies "id"] {:value 1}))

(defn parse [s]
  ; ruleid: clojure-own-xml
  (xml/parse s))
