(defn threaded-into [db]
  ; A flow.
  (->> (read-line) (str "select ") (vector) (jdbc/query db)))

(defn threaded-clean [db]
  (let [id (-> (read-line) (parse-long) (+ 1))]
    ; ok: clojure-threads-sql
    (jdbc/query db [(str "select * from t where id = " id)])))

(defn shadowing-parameter [db]
  (let [q (read-line)]
    (map (fn [q]
           ; ok: clojure-threads-sql
           (jdbc/query db q)) ["select 1"])
    ; A flow.
    (jdbc/query db q)))
