import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.ObjectMapper;

class Mappers {
    ObjectMapper bad() {
        ObjectMapper mapper = new ObjectMapper();
        // ruleid: jackson-default-typing
        mapper.enableDefaultTyping();
        // ruleid: jackson-default-typing
        mapper.activateDefaultTyping(mapper.getPolymorphicTypeValidator(), ObjectMapper.DefaultTyping.NON_FINAL);
        return mapper;
    }

    ObjectMapper good() {
        ObjectMapper mapper = new ObjectMapper();
        // ok: jackson-default-typing
        mapper.activateDefaultTyping(ALLOWED, ObjectMapper.DefaultTyping.NON_FINAL);
        // ok: jackson-default-typing
        mapper.findAndRegisterModules();
        return mapper;
    }

    // ruleid: jackson-default-typing
    @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
    Object value;

    // ok: jackson-default-typing
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
    Object other;
}
