(defn direct [db]
  ; A flow.
  (jdbc/query db (str "select * from users where name = '" (read-line) "'")))

(defn with-let [db req]
  (let [params (:params req)
        q (str "select * from users where id = " (:id params))]
    ; A flow.
    (jdbc/query db [q])))

(defn threaded [db]
  (let [q (-> (read-line)
              (clojure.string/trim)
              (str " limit 1"))]
    ; A flow.
    (jdbc/query db [q])))

(defn threaded-last [db]
  ; A flow.
  (jdbc/query db (->> (read-line) (str "select ") (vector))))

(defn sanitized [db]
  (let [id (parse-long (read-line))]
    ; ok: clojure-taint-sql
    (jdbc/query db [(str "select * from t where id = " id)])))

(defn where [value] (str " where name = '" value "'"))

(defn helper [db]
  ; A flow.
  (jdbc/execute! db [(str "delete from t" (where (read-line)))]))

(defn other [db q]
  ; ok: clojure-taint-sql
  (jdbc/execute! db [q]))

(defn looped [db]
  (doseq [line (repeatedly read-line) :let [q (str line (read-line))]]
    ; A flow.
    (jdbc/execute! db q)))

(defn branch [db flag]
  (let [q (if flag (read-line) "select 1")]
    ; A flow.
    (jdbc/query db [q])))

(defn constant [db]
  (read-line)
  ; ok: clojure-taint-sql
  (jdbc/query db ["select 1"]))

(defn shadowed [db]
  (let [q (read-line)]
    (let [q "select 1"]
      ; ok: clojure-taint-sql
      (jdbc/query db [q]))))

(defn restored [db]
  (let [q "select 1"]
    (let [q (read-line)] (println q))
    ; ok: clojure-taint-sql
    (jdbc/query db [q])))

(defn destructured [db req]
  (let [{:keys [id]} (:params req)]
    ; A flow.
    (jdbc/query db [(str "select * from t where id = " id)])))
