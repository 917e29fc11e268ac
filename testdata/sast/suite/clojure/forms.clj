; ruleid: clojure-forms-require
(ns app.core
  (:require [other.core :as o]
            [shell.core :as sh]))
; ruleid: clojure-forms-function, clojure-forms-parameters, clojure-forms-body
(defn a [x y] (audit x))
; ruleid: clojure-forms-function, clojure-forms-body
(defn b "Text." [x] (audit x))
; ruleid: clojure-forms-function
(defn c
  "Text."
  [x & more]
  ; ruleid: clojure-forms-bound
  (let [y (source x) z 2]
    ; ruleid: clojure-forms-if
    (if y (audit y) (audit z))))
; ruleid: clojure-forms-first
(let [q 1] (audit q))
; ruleid: clojure-forms-vector
[1 2 3]
; ok: clojure-forms-bound, clojure-forms-first, clojure-forms-function, clojure-forms-parameters, clojure-forms-body, clojure-forms-vector, clojure-forms-set, clojure-forms-map, clojure-forms-lambda, clojure-forms-short, clojure-forms-thread, clojure-forms-if, clojure-forms-require, clojure-forms-query
[1 2]
; ruleid: clojure-forms-set
#{1 2}
; ruleid: clojure-forms-map
{:id 1 :user "x"}
; ruleid: clojure-forms-lambda
(fn [x] x)
; ruleid: clojure-forms-short
#(audit % 1)
; ruleid: clojure-forms-thread
(-> x (f 1) run)
; ruleid: clojure-forms-query
(query db [(str "select " x)])
; ok: clojure-forms-bound, clojure-forms-first, clojure-forms-function, clojure-forms-parameters, clojure-forms-body, clojure-forms-vector, clojure-forms-set, clojure-forms-map, clojure-forms-lambda, clojure-forms-short, clojure-forms-thread, clojure-forms-if, clojure-forms-require, clojure-forms-query
(query db ["select ?" x])
; ruleid: clojure-forms-if
(if a b)
