<?php

// ruleid: wordpress-rest-route-open
register_rest_route('shop/v1', '/orders', ['methods' => 'POST', 'callback' => 'add', 'permission_callback' => '__return_true']);
// ruleid: wordpress-rest-route-open
register_rest_route('shop/v1', '/orders', array('methods' => 'GET', 'callback' => 'all'));
add_action('rest_api_init', function () {
    // ruleid: wordpress-rest-route-open
    register_rest_route('shop/v1', '/items', [
        'methods' => 'DELETE',
        'callback' => [$this, 'remove'],
        'permission_callback' => '__return_true',
    ]);
    // ruleid: wordpress-rest-route-open
    register_rest_route('shop/v1', '/keys', ['callback' => fn () => keys()]);
});
// ok: wordpress-rest-route-open
register_rest_route('shop/v1', '/orders', ['callback' => 'all', 'permission_callback' => 'can_read']);
// ok: wordpress-rest-route-open
register_rest_route('shop/v1', '/items', ['callback' => 'all', 'permission_callback' => fn () => current_user_can('edit_posts')]);
// ok: wordpress-rest-route-open
register_rest_route('shop/v1', '/x', $arguments);
// ok: wordpress-rest-route-open
register_post_type('item', ['public' => true]);
