import org.apache.ibatis.annotations.*;

@Mapper
interface UserMapper {
    // ruleid: mybatis-interpolated-sql
    @Select("select * from users where name = '${name}'")
    User byName(@Param("name") String name);

    // ruleid: mybatis-interpolated-sql
    @Select("select * from users order by ${column} desc")
    List<User> sorted(@Param("column") String column);

    // ruleid: mybatis-interpolated-sql
    @Delete("delete from users where id in (${ids})")
    int remove(@Param("ids") String ids);

    // ruleid: mybatis-interpolated-sql
    @Update("update users set name = '${name}' where id = #{id}")
    int rename(@Param("id") int id, @Param("name") String name);

    // ok: mybatis-interpolated-sql
    @Select("select * from users where name = #{name}")
    User safe(@Param("name") String name);

    // ok: mybatis-interpolated-sql
    @Select("select count(*) from users")
    int count();

    // ok: mybatis-interpolated-sql
    @Select("select * from ${schema}.users where id = #{id}")
    User inSchema(@Param("schema") String schema, @Param("id") int id);

    // ok: mybatis-interpolated-sql
    @Value("${shop.title}, and ${shop.name}")
    String title = "";
}
